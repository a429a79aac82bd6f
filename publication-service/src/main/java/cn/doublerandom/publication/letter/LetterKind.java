package cn.doublerandom.publication.letter;

/** What a letter of the public is. */
public enum LetterKind {
  /** 平台问题: something does not work. */
  PROBLEM,
  /** 建议. */
  SUGGESTION,
  /** 投诉. */
  COMPLAINT
}
