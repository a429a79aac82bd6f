package cn.doublerandom.eventstore;

/** What became of an append; anything else is a broken machine and an exception. */
public enum AppendOutcome {
  /** Stored. */
  APPENDED,
  /** Another writer was first: load, decide and try again. */
  CONFLICT,
  /** The same request was stored before; nothing was added. */
  DUPLICATE,
  /** Another request came under the same key; nothing was added. */
  KEY_REUSED
}
