package cn.doublerandom.inspection.archive;

/**
 * One thing a case file lacks, in both languages; names of officers and documents stand as they
 * are.
 *
 * @param subject code of whom the visit went to; empty where it is of the whole draw
 */
public record Lacking(String subject, String chinese, String english) {
  /** With the subject before it, as programs are told. */
  String line() {
    return chinese(subject);
  }

  /**
   * The same by what a subject is called.
   *
   * @param called name of the subject, or its code
   */
  public String chinese(String called) {
    return subject.isEmpty() ? chinese : called + "：" + chinese;
  }

  /** In English, likewise. */
  public String english(String called) {
    return subject.isEmpty() ? english : called + ": " + english;
  }
}
