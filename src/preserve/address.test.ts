import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublic } from './address.ts'

const check = (address: string, expected: boolean) => assert.equal(isPublic(address), expected, address)

test('E6: addresses of the public internet', () => {
  for (const address of [
    '8.8.8.8',
    '93.184.216.34',
    '2a00:1450:4001::1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
  ])
    check(address, true)
})

test('E6: what leads into a network of one’s own is refused, however it is written', () => {
  const inner =
    '0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.168.1.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255'
  for (const address of inner.split(' ')) {
    check(address, false)
    check(`::ffff:${address}`, false)
  }
  const inner6 =
    ':: ::1 ::ffff:7f00:1 ::ffff:a9fe:a9fe 0:0:0:0:0:ffff:0a00:0001 ::127.0.0.1 64:ff9b::7f00:1 100::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1'
  for (const address of inner6.split(' ')) check(address, false)
})

test('what is no address is not public', () => {
  for (const address of [
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '1.2.3.4.5',
    '8.8.8.8 ',
  ])
    check(address, false)
})
