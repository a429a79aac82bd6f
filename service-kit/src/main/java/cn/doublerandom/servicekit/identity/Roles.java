package cn.doublerandom.servicekit.identity;

/** The roles of the bureau's accounts, as they stand in a token's {@code groups}. */
public final class Roles {
  /** 法制安全科: plans, draws, sees all units. */
  public static final String COORDINATOR = "coordinator";

  /** Keeps 一单两库. */
  public static final String REGISTRAR = "registrar";

  /** 分管领导: approves; never the one who asked. */
  public static final String APPROVER = "approver";

  /** 站室 or 大队 lead. */
  public static final String UNIT_LEAD = "unit-lead";

  /** 执法人员. */
  public static final String INSPECTOR = "inspector";

  /** 法制审核. */
  public static final String LEGAL_REVIEWER = "legal-reviewer";

  /** Publishes what its own unit found (谁公示). */
  public static final String PUBLISHER = "publisher";

  /** 见证人 of a ceremony: promises and reveals for himself, and nothing else. */
  public static final String WITNESS = "witness";

  /** 纪检监察: holds deposits, opens what the operator does not; no witness himself. */
  public static final String SUPERVISOR = "supervisor";

  /** Reads everything, changes nothing. */
  public static final String AUDITOR = "auditor";

  /** Operations staff: retries what was set aside, rebuilds read models; sees no content. */
  public static final String OPERATOR = "operator";

  /** The provincial platform. */
  public static final String PLATFORM = "platform";

  private Roles() {}
}
