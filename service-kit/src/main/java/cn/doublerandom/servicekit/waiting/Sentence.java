package cn.doublerandom.servicekit.waiting;

/** A sentence with places to fill, in both languages. */
public record Sentence(String chinese, String english) {
  /** Of what is never said. */
  public static final Sentence NONE = new Sentence("", "");

  /** The Chinese sentence with its places filled. */
  public String chinese(Object... places) {
    return chinese.formatted(places);
  }

  /** The English one. */
  public String english(Object... places) {
    return english.formatted(places);
  }
}
