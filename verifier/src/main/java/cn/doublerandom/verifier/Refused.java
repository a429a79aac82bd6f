package cn.doublerandom.verifier;

/** The first thing found wrong; ends the check of one file. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  final Code code;

  Refused(Code code, String why) {
    super(why, null, false, false);
    this.code = code;
  }

  static void unless(boolean holds, Code code, String why) {
    if (!holds) {
      throw new Refused(code, why);
    }
  }
}
