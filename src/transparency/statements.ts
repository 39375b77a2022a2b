import type { Decision } from '../model/decision.ts'

/**
 * A decision's statement as the EU transparency database takes it (`POST /api/v1/statement`, schema of July 2025). Its fields keep the names
 * the database gave them. No personal data: neither account nor post, and nothing quoted. (docs/spec/decisions.md, D19)
 */
export function statementRow({ statement, policy }: Decision): Record<string, unknown> {
  return {
    ...restrictionOf(statement),
    ...groundOf(statement),
    category: statement.category,
    ...specificationOf(policy, statement.category),
    content_type: statement.content_type,
    ...(statement.content_type.includes('CONTENT_TYPE_OTHER') && { content_type_other: 'account' }),
    content_date: statement.content_date,
    application_date: statement.application_date,
    decision_facts: statement.decision_facts,
    source_type: statement.source_type,
    automated_detection: statement.automated_detection,
    automated_decision: statement.automated_decision,
    puid: statement.puid,
  }
}

/** The database wants at least one restriction named. What it has no name for, such as a warning, is told as another one. */
function restrictionOf({ decision_visibility, decision_account }: Decision['statement']) {
  const named = decision_visibility.length > 0 || decision_account !== null
  return {
    decision_visibility: named ? decision_visibility : ['DECISION_VISIBILITY_OTHER'],
    ...(!named && {
      decision_visibility_other: 'warning to the account, or another measure without a category',
    }),
    ...(decision_account !== null && { decision_account }),
  }
}

function groundOf({ decision_ground, ground_reference, explanation }: Decision['statement']) {
  switch (decision_ground) {
    case 'DECISION_GROUND_ILLEGAL_CONTENT':
      return {
        decision_ground,
        illegal_content_legal_ground: ground_reference,
        illegal_content_explanation: explanation,
      }
    case 'DECISION_GROUND_INCOMPATIBLE_CONTENT':
      return {
        decision_ground,
        incompatible_content_ground: ground_reference,
        incompatible_content_explanation: explanation,
        incompatible_content_illegal: 'No',
      }
  }
}

/** Keywords of the database that say more than the category, where the two go together. */
const KEYWORDS: Record<string, Record<string, string>> = {
  STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY: {
    tvec1: 'KEYWORD_TERRORIST_CONTENT',
    tvec3: 'KEYWORD_TERRORIST_CONTENT',
    tvec4: 'KEYWORD_TERRORIST_CONTENT',
    tvec5: 'KEYWORD_TERRORIST_CONTENT',
    tvec6: 'KEYWORD_TERRORIST_CONTENT',
  },
  STATEMENT_CATEGORY_VIOLENCE: {
    tvec8: 'KEYWORD_INCITEMENT_VIOLENCE_HATRED',
  },
  STATEMENT_CATEGORY_CYBER_VIOLENCE: { harassment: 'KEYWORD_CYBER_BULLYING_INTIMIDATION' },
}

function specificationOf(policy: string, category: string) {
  const keyword = KEYWORDS[category]?.[policy]
  return keyword === undefined ? {} : { category_specification: [keyword] }
}
