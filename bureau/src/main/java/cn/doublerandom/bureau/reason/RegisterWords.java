package cn.doublerandom.bureau.reason;

/** What 一单两库 says of an entry on a day, in the words an officer reads. */
public final class RegisterWords {
  private RegisterWords() {}

  /**
   * In words.
   *
   * @param code status of a subject, or what stands against an inspector
   */
  public static String of(String code) {
    return switch (code) {
      case "ACTIVE" -> "存续";
      case "SUSPENDED" -> "停业";
      case "CANCELLED" -> "注销";
      case "MOVED_OUT" -> "迁出";
      case "REVOKED" -> "吊销";
      case "UNCONFIRMED" -> "待核准";
      case "NOT_ACTIVE" -> "不在岗";
      case "CERTIFICATE_EXPIRED" -> "执法证件已经到期";
      case "ON_LEAVE" -> "休假";
      case "UNKNOWN" -> "名录库中没有";
      default -> code;
    };
  }
}
