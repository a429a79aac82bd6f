package cn.doublerandom.registry.proposal;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the register a result may touch. Each kind has a stream of its own for each result. */
public enum ProposalKind {
  /** 登记状态: codes 9 to 12. */
  STATUS(ResultCode.DEREGISTERED, ResultCode.REVOKED, ResultCode.ANNULLED, ResultCode.MOVED_OUT),
  /**
   * 信用信号: codes that lead to 经营异常名录 (C, 6) or to a risk class (8). Which class follows is not said
   * by a result.
   */
  CREDIT(ResultCode.FALSE_DISCLOSURE, ResultCode.UNREACHABLE, ResultCode.OBSTRUCTION);

  private static final Map<String, SubjectStatus> STATUSES =
      Map.of(
          ResultCode.DEREGISTERED.code(), SubjectStatus.CANCELLED,
          ResultCode.REVOKED.code(), SubjectStatus.REVOKED,
          ResultCode.ANNULLED.code(), SubjectStatus.ANNULLED,
          ResultCode.MOVED_OUT.code(), SubjectStatus.MOVED_OUT);

  private final List<String> codes;

  ProposalKind(ResultCode... codes) {
    this.codes = Stream.of(codes).map(ResultCode::code).toList();
  }

  /** Those of a result's codes that propose something, in their order. */
  public List<String> among(List<String> found) {
    return found.stream().filter(codes::contains).toList();
  }

  /**
   * The states codes propose, in their order; none of a code that is about credit.
   *
   * @param codes result codes
   */
  public static List<SubjectStatus> statuses(List<String> codes) {
    return codes.stream()
        .flatMap(code -> Optional.ofNullable(STATUSES.get(code)).stream())
        .toList();
  }

  /** The id of what a result proposes: {@code <result>-status} or {@code <result>-credit}. */
  public String id(String resultId) {
    return resultId + "-" + word();
  }

  /** The kind an id ends with; empty where it is no id of a proposal. */
  public static Optional<ProposalKind> of(String id) {
    return Stream.of(values()).filter(kind -> id.endsWith("-" + kind.word())).findFirst();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
