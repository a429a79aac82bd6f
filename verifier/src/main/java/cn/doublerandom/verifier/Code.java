package cn.doublerandom.verifier;

/** What can be wrong with a bundle, in the order in which it is looked for (protocol §9). */
public enum Code {
  MALFORMED,
  PROTOCOL_UNKNOWN,
  COMMIT_HASH,
  PARENT_RESULT,
  FRAME_ORDER,
  FRAME_ROOT,
  INSPECTOR_ROOT,
  RECUSAL_ROOT,
  ENTROPY_INVALID,
  VRF_PROOF,
  SEED,
  ALLOCATION,
  SELECTION,
  ALTERNATES,
  TEAM_MISSING,
  TEAM_SIZE,
  TEAM_UNQUALIFIED,
  TEAM_RECUSED,
  TEAM_OVER_CAP,
  TEAM_NOT_OPTIMAL,
  RESULT_HASH,
  /** With ledger files: opened to something else than what was sealed. */
  SEALED_HASH,
  /** With ledger files: the ledger does not say what it would have to. */
  LEDGER,
  /** With ledger files: a checkpoint that nobody known has signed. */
  CHECKPOINT
}
