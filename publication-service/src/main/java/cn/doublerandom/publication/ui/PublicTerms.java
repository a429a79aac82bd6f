package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a notice keeps as a code, a day or a word of the plan, in the language a page is read in;
 * {@code term:} in a page.
 */
@TemplateExtension(namespace = "term")
public final class PublicTerms {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BusinessClock.SHANGHAI);
  private static final DateTimeFormatter ENGLISH_MINUTE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
          .withZone(BusinessClock.SHANGHAI);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** The heads of a plan's table, by the member each stands for. */
  private static final Map<String, String> HEADS =
      Map.ofEntries(
          Map.entry("任务", "task"),
          Map.entry("抽查计划名称", "planName"),
          Map.entry("抽查任务名称", "taskName"),
          Map.entry("抽查类型", "drawType"),
          Map.entry("抽查比例", "rate"),
          Map.entry("抽查事项", "items"),
          Map.entry("抽查对象范围", "scope"),
          Map.entry("发起科（股）室", "leadUnit"),
          Map.entry("联合科（股）室", "jointUnit"),
          Map.entry("抽取日期", "drawPeriod"),
          Map.entry("检查日期自", "from"),
          Map.entry("检查日期至", "to"));

  private static final Map<String, String> TYPES =
      Map.of("定向抽查", "TARGETED", "不定向抽查", "UNTARGETED");

  private static final Map<String, String> STEPS =
      Map.of("制定", "DRAWN_UP", "上报", "REPORTED", "公示", "PUBLISHED");

  private PublicTerms() {}

  /** 检查结果 in words. */
  static String codes(
      List<String> codes, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return isEnglish(locale) ? ResultCode.english(codes) : ResultCode.text(codes);
  }

  /** What the register says of an entry. */
  static String state(
      String code, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return isEnglish(locale) ? RegisterWords.inEnglish(code) : RegisterWords.of(code);
  }

  /** A kind of subjects. */
  static String kind(
      String code, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return isEnglish(locale) ? RegisterWords.kindInEnglish(code) : RegisterWords.kind(code);
  }

  /**
   * Beijing time.
   *
   * @param instant ISO 8601
   */
  static String minute(
      String instant, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return moment(Instant.parse(instant), locale);
  }

  /** Beijing time. */
  static String moment(
      Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return (isEnglish(locale) ? ENGLISH_MINUTE : MINUTE).format(instant);
  }

  /** A day within a sentence. */
  static String day(
      LocalDate day, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return (isEnglish(locale) ? ENGLISH_DAY : DAY).format(day);
  }

  /** The sections of a task as its plan names them. */
  static String units(PlanTask task) {
    return task.jointUnit().isEmpty() ? task.leadUnit() : task.leadUnit() + "、" + task.jointUnit();
  }

  /** Which kind of draw a plan says; what is neither stays as it is. */
  static String type(String said) {
    return TYPES.getOrDefault(said, said);
  }

  /** Which column of a plan a head is of; what is none stays as it is. */
  static String head(String said) {
    return HEADS.getOrDefault(said, said);
  }

  /** Which step of a plan is meant; what is none stays as it is. */
  static String step(String said) {
    return STEPS.getOrDefault(said, said);
  }

  private static boolean isEnglish(@Nullable Object locale) {
    return locale != null && locale.toString().startsWith(Locale.ENGLISH.getLanguage());
  }
}
