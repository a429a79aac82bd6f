package cn.doublerandom.publication.notice;

import cn.doublerandom.bureau.key.Bureau;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 公示要素: what a notice says of itself (政府信息公开条例). It is computed from what is public, so that
 * notices of any age have it.
 *
 * @param indexNumber 索引号: credit code of the bureau, year, class and id, the same in every version;
 *     absent as long as the register of bureaus was not read
 * @param topic 主题分类, by the list of the State Council's bulletins
 * @param issuer 发布机构: the bureau, and none of its sections
 * @param documentNumber 发文字号, in the brackets it was given in; absent where the notice has none
 * @param writtenOn 成文日期; absent where it was not told
 * @param publishedOn 发布日期 of what is shown; absent where it was not told
 * @param validity 效力状态
 */
public record Imprint(
    @Nullable String indexNumber,
    String topic,
    String issuer,
    @Nullable String documentNumber,
    @Nullable LocalDate writtenOn,
    @Nullable LocalDate publishedOn,
    Validity validity) {
  private static final String TOPIC = "市场监管、安全生产监管";

  /** 效力状态. */
  public enum Validity {
    /** 有效. */
    IN_FORCE,
    /** It holds as it was changed: adjusted, corrected or in the place of another. */
    AMENDED,
    /** 失效: voided or withdrawn. */
    VOID,
    /** 公示期满: its content is public no more. */
    EXPIRED,
    /** 已信用修复: likewise, before its time. */
    REPAIRED
  }

  /** A class of notices whose index number is made here, by the letters it is written with. */
  private enum Kind {
    PLAN("JH"),
    PROGRAMME("FA"),
    BULLETIN("TB"),
    DRAW("CQ");

    private final String letters;

    Kind(String letters) {
      this.letters = letters;
    }

    private @Nullable String index(Optional<Bureau> bureau, String planKey, String id) {
      String year = planKey.substring(planKey.lastIndexOf('-') + 1);
      return bureau
          .map(of -> "%s/%s-%s-%s".formatted(of.creditCode(), year, letters, id))
          .orElse(null);
    }
  }

  /** Of 抽查工作计划公告. */
  public static Imprint of(PlanNotice plan, Optional<Bureau> bureau) {
    return new Imprint(
        Kind.PLAN.index(bureau, plan.planKey(), plan.planKey()),
        TOPIC,
        name(bureau, plan.issuer()),
        plan.documentNumber(),
        plan.madeOn().orElse(null),
        plan.publishedOn(),
        plan.versionsBefore().isEmpty() ? Validity.IN_FORCE : Validity.AMENDED);
  }

  /**
   * Of 每期抽查实施方案公告.
   *
   * @param issuer as its plan names it
   */
  public static Imprint of(ProgrammeNotice programme, String issuer, Optional<Bureau> bureau) {
    String number = programme.documentNumber();
    return new Imprint(
        Kind.PROGRAMME.index(bureau, programme.planKey(), programme.programmeId()),
        TOPIC,
        name(bureau, issuer),
        number.isBlank() ? null : number,
        programme.approvedOn(),
        programme.publishedOn(),
        programme.formerly() == null ? Validity.IN_FORCE : Validity.AMENDED);
  }

  /** Of 通报公告, which no plan names an issuer of. */
  public static Imprint of(BulletinNotice bulletin, Optional<Bureau> bureau) {
    return new Imprint(
        Kind.BULLETIN.index(bureau, "-" + bulletin.year(), bulletin.bulletinId()),
        TOPIC,
        name(bureau, ""),
        null,
        null,
        bulletin.publishedOn(),
        bulletin.withdrawn() == null ? Validity.IN_FORCE : Validity.VOID);
  }

  /**
   * Of 抽查任务公告.
   *
   * @param issuer as its plan names it
   */
  public static Imprint of(DrawNotice draw, String issuer, Optional<Bureau> bureau) {
    return new Imprint(
        Kind.DRAW.index(bureau, draw.planKey(), draw.drawId()),
        TOPIC,
        name(bureau, issuer),
        null,
        madeOn(draw),
        openSince(draw),
        ofDraw(draw));
  }

  private static @Nullable LocalDate madeOn(DrawNotice draw) {
    return draw.executedOn().isEmpty() ? null : LocalDate.parse(draw.executedOn());
  }

  /** The day it was made, or opened; nothing before. */
  private static @Nullable LocalDate openSince(DrawNotice draw) {
    DrawSealing sealing = draw.sealing();
    return sealing == null || sealing.openedOn() == null ? madeOn(draw) : sealing.openedOn();
  }

  private static Validity ofDraw(DrawNotice draw) {
    if (draw.phase().equals("VOIDED")) {
      return Validity.VOID;
    }
    return draw.replaced().isEmpty() ? Validity.IN_FORCE : Validity.AMENDED;
  }

  /**
   * Of 检查结果公告, whose index number was given when it became public.
   *
   * @param issuer as its plan names it
   */
  public static Imprint ofResult(
      String indexNumber,
      LocalDate publishedOn,
      Validity validity,
      String issuer,
      Optional<Bureau> bureau) {
    return new Imprint(indexNumber, TOPIC, name(bureau, issuer), null, null, publishedOn, validity);
  }

  /** As the register of bureaus has it; as the plan says it until that was read. */
  private static String name(Optional<Bureau> bureau, String said) {
    return bureau.map(Bureau::name).orElse(said);
  }
}
