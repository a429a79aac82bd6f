package cn.doublerandom.pagekit;

/**
 * What stands around a page of the portal, which anybody reads without signing in.
 *
 * @param here this page
 * @param english whether it is read in English, else in Chinese
 * @param large whether letters are larger (适老化)
 * @param practice whether somebody of a practice bureau looks what the public would read
 */
public record PublicFrame(PageAddress here, boolean english, boolean large, boolean practice) {
  public String language() {
    return english ? "en" : "zh-CN";
  }

  /** The other language, as the switch names it. */
  public String otherLanguage() {
    return english ? "zh" : "en";
  }

  /** The classes of the root. */
  public String look() {
    return (large ? " large" : "") + (practice ? " practice" : "");
  }
}
