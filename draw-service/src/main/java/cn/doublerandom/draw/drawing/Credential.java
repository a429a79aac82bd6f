package cn.doublerandom.draw.drawing;

/** What a witness shows to be the one who was named. */
public sealed interface Credential {
  record Account(Officer officer) implements Credential {}

  /**
   * @param hash of the code for this draw and name, 64 hex digits
   */
  record Code(String hash) implements Credential {}
}
