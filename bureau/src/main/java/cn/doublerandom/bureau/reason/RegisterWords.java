package cn.doublerandom.bureau.reason;

/** What 一单两库 says of an entry on a day, in the words an officer reads. */
public final class RegisterWords {
  private RegisterWords() {}

  /**
   * A kind of subjects in words.
   *
   * @param code of the contract; further ones may come
   */
  public static String kind(String code) {
    return switch (code) {
      case "ENTERPRISE" -> "企业";
      case "INDIVIDUAL_BUSINESS" -> "个体工商户";
      case "COOPERATIVE" -> "农民专业合作社";
      case "PROJECT" -> "工程项目";
      case "VEHICLE" -> "车辆";
      case "VESSEL" -> "船舶";
      case "STATION" -> "场站";
      case "GRID" -> "网格";
      case "PUBLIC_BODY" -> "机关事业单位";
      case "PERSON" -> "人员";
      default -> code;
    };
  }

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
      case "ANNULLED" -> "撤销登记";
      case "UNCONFIRMED" -> "待核准";
      case "NOT_ACTIVE" -> "不在岗";
      case "CERTIFICATE_EXPIRED" -> "执法证件已经到期";
      case "ON_LEAVE" -> "休假";
      case "UNKNOWN" -> "名录库中没有";
      default -> code;
    };
  }

  /** A kind of subjects in English. */
  public static String kindInEnglish(String code) {
    return switch (code) {
      case "ENTERPRISE" -> "enterprises";
      case "INDIVIDUAL_BUSINESS" -> "individual businesses";
      case "COOPERATIVE" -> "farmers’ cooperatives";
      case "PROJECT" -> "construction projects";
      case "VEHICLE" -> "vehicles";
      case "VESSEL" -> "vessels";
      case "STATION" -> "stations";
      case "GRID" -> "grids";
      case "PUBLIC_BODY" -> "public bodies";
      case "PERSON" -> "persons";
      default -> code;
    };
  }

  /** The same as {@link #of} in English. */
  public static String inEnglish(String code) {
    return switch (code) {
      case "ACTIVE" -> "active";
      case "SUSPENDED" -> "business suspended";
      case "CANCELLED" -> "deregistered";
      case "MOVED_OUT" -> "moved away";
      case "REVOKED" -> "licence revoked";
      case "ANNULLED" -> "registration annulled";
      case "UNCONFIRMED" -> "not confirmed yet";
      case "NOT_ACTIVE" -> "not in service";
      case "CERTIFICATE_EXPIRED" -> "certificate expired";
      case "ON_LEAVE" -> "on leave";
      case "UNKNOWN" -> "not in the register";
      default -> code;
    };
  }
}
