package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Seed;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was drawn or not, from what was frozen that day and from the seed: the same answer
 * years later.
 */
public final class Explanation {
  private Explanation() {}

  /**
   * A subject and a draw.
   *
   * @param inScope whether it stood in the frame
   * @param stratum its class; absent out of scope
   * @param excluded why it could not be drawn; absent where it could
   * @param ticket 64 hex digits, smaller wins; absent before the draw is public
   * @param rank place by ascending ticket among the eligible of its stratum, from 1
   * @param eligible how many could be drawn there
   * @param cutOff how many were: ranks up to this number
   * @param selected whether it was drawn
   * @param alternate place among those who stand by, from 1
   * @param tasks of a combined draw, those the subject is visited for; absent where it is not drawn
   * @param text the same for people
   */
  public record OfSubject(
      String drawId,
      String subject,
      boolean inScope,
      @Nullable String stratum,
      @Nullable String excluded,
      @Nullable String ticket,
      @Nullable Integer rank,
      @Nullable Integer eligible,
      @Nullable Integer cutOff,
      @Nullable Boolean selected,
      @Nullable Integer alternate,
      @Nullable List<String> tasks,
      String text) {}

  /**
   * An inspector and a draw.
   *
   * @param listed whether the inspector could be drawn
   * @param unlisted NOT_ACTIVE, CERTIFICATE_EXPIRED or ON_LEAVE; absent where listed or unknown
   * @param load visits already assigned that year
   * @param cap most new ones
   * @param slots indexes of the seats whose tags the inspector held, from 0
   * @param recusedFrom how many of the frame's subjects
   * @param teams subjects the draw gave him; absent before the draw is public
   * @param now subjects he visits after replacements; absent where none changed what was drawn
   * @param text the same for people
   */
  public record OfInspector(
      String drawId,
      String inspector,
      boolean listed,
      @Nullable String unlisted,
      @Nullable Integer load,
      @Nullable Integer cap,
      @Nullable List<Integer> slots,
      @Nullable Integer recusedFrom,
      @Nullable List<String> teams,
      @Nullable List<String> now,
      String text) {}

  /** What can be said of a subject before anybody is drawn, or while the draw is sealed. */
  public static OfSubject ofSubject(FrozenFrame frame, String subject) {
    return entry(frame, subject)
        .map(e ->
            undrawn(
                frame,
                subject,
                e,
                e.excluded() == null
                    ? "在名单内，可以抽取。" + upcoming(frame, subject) + recused(frame, subject)
                    : "在名单内，不参加抽取：" + why(frame, subject, e.excluded()) + "。"))
        .orElseGet(() ->
            undrawn(
                frame,
                subject,
                null,
                "锁定的名单（%d 户）里没有代码“%s”：可能代码有误，也可能锁定名单时该对象不在抽查对象范围之内。"
                    .formatted(frame.lists().frame().size(), subject)));
  }

  /** The rule, or the reason somebody gave; of old draws only the code is known. */
  private static String why(FrozenFrame frame, String subject, String code) {
    return frame
        .excluded(subject)
        .map(Excluded::text)
        .orElseGet(() -> EXCLUDED.getOrDefault(code, "其他原因"));
  }

  /** What was known of days to come: on the day of the freeze it did not hold yet. */
  private static String upcoming(FrozenFrame frame, String subject) {
    return frame
        .upcoming(subject)
        .map(next -> next.text(frame.checkFrom().getYear()) + "，抽取日仍在库。")
        .orElse("");
  }

  /** Who could not visit it, by whose decision, and what waited; also where no team was left. */
  private static String recused(FrozenFrame frame, String subject) {
    List<String> texts =
        Recused.texts(List.of(subject), frame.lists(), frame.slots(), frame.recusedFrom());
    return texts == null
        ? Recused.of(subject, frame.recusedFrom()).map(r -> "锁定名单时" + r.text() + "。").orElse("")
        : texts.getFirst();
  }

  /** Of draws that kept the code alone. */
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "SUSPENDED", "停业",
          "ANNUAL_CAP", "本年度检查次数已达上限",
          "RECENTLY_INSPECTED", "距上次检查不足规定间隔",
          "UNDER_INVESTIGATION", "正在立案调查");

  private static final Map<String, String> UNLISTED =
      Map.of(
          "NOT_ACTIVE", "当日不在岗",
          "CERTIFICATE_EXPIRED", "执法证件已经到期",
          "ON_LEAVE", "当日休假");

  /** A subject of which nothing is known but its place in the frame, if it has one. */
  private static OfSubject undrawn(
      FrozenFrame frame, String subject, @Nullable FrameEntry entry, String text) {
    return new OfSubject(
        frame.drawId(),
        subject,
        entry != null,
        entry == null ? null : entry.stratum(),
        entry == null ? null : entry.excluded(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        text);
  }

  /** Everything of a subject and a public draw. */
  public static OfSubject ofSubject(Executed draw, String subject) {
    FrozenFrame frame = draw.parent().orElse(draw).frame();
    Optional<FrameEntry> found = entry(frame, subject);
    if (found.isEmpty() || found.get().excluded() != null) {
      return ofSubject(frame, subject);
    }
    Executed whole = draw.parent().orElse(draw);
    String stratum = found.get().stratum();
    List<String> eligible =
        frame.eligible().stream()
            .filter(e -> e.stratum().equals(stratum))
            .map(FrameEntry::id)
            .toList();
    Seed seed = whole.result().seed();
    int rank = seed.placeBySubjectTicket(subject, eligible);
    int cutOff =
        whole.result().drawn().map(DrawResult.Drawn::allocation).orElse(List.of()).stream()
            .filter(a -> a.stratum().equals(stratum))
            .mapToInt(DrawResult.Allocation::drawn)
            .sum();
    List<String> standBy =
        draw.alternates().stream()
            .filter(a -> a.stratum().equals(stratum))
            .flatMap(a -> a.ids().stream())
            .toList();
    int alternate = standBy.indexOf(subject) + 1;
    boolean selected = rank <= cutOff;
    List<String> tasks = CombinedDraw.tasks(whole).get(subject);
    return new OfSubject(
        draw.frame().drawId(),
        subject,
        true,
        stratum,
        null,
        HexFormat.of().formatHex(seed.subjectTicket(subject)),
        rank,
        eligible.size(),
        cutOff,
        selected,
        alternate == 0 ? null : alternate,
        tasks,
        "层“%s”可抽取 %d 个，抽取 %d 个；该对象的票号排第 %d 位，%s。%s%s"
            .formatted(
                StratumWords.of(stratum),
                eligible.size(),
                cutOff,
                rank,
                selected ? "被抽中" : alternate == 0 ? "未被抽中" : "未被抽中，候补第 " + alternate + " 位",
                tasks == null ? "" : "综合查一次：为任务 " + String.join("、", tasks) + " 检查。",
                upcoming(frame, subject) + recused(frame, subject)));
  }

  private static Optional<FrameEntry> entry(FrozenFrame frame, String subject) {
    return frame.lists().frame().stream().filter(e -> e.id().equals(subject)).findFirst();
  }

  /**
   * An inspector and a draw.
   *
   * @param executed the draw where it is public already
   */
  public static OfInspector ofInspector(
      FrozenFrame frame, Optional<Executed> executed, String inspector) {
    Optional<InspectorEntry> listed =
        frame.lists().inspectors().stream().filter(i -> i.id().equals(inspector)).findFirst();
    if (listed.isEmpty()) {
      String reason =
          Optional.ofNullable(frame.unlisted()).orElse(List.of()).stream()
              .filter(u -> u.inspector().equals(inspector))
              .map(FrozenFrame.Unlisted::reason)
              .findFirst()
              .orElse(null);
      return new OfInspector(
          frame.drawId(),
          inspector,
          false,
          reason,
          null,
          null,
          null,
          null,
          null,
          null,
          reason == null
              ? "锁定名单时不在执法人员名录之内。"
              : "锁定名单时不能参加抽取：" + UNLISTED.getOrDefault(reason, "不符合条件") + "。");
    }
    InspectorEntry entry = listed.get();
    List<Integer> slots =
        java.util.stream.IntStream.range(0, frame.slots().size())
            .filter(s -> entry.tags().containsAll(frame.slots().get(s)))
            .boxed()
            .toList();
    int recusals =
        (int)
            frame.lists().recusals().stream().filter(r -> r.inspector().equals(inspector)).count();
    List<String> teams = executed.map(e -> visited(Roster.of(e.result()), inspector)).orElse(null);
    List<String> now =
        executed
            .map(e -> visited(e.roster(), inspector))
            .filter(visited -> !visited.equals(teams))
            .orElse(null);
    return new OfInspector(
        frame.drawId(),
        inspector,
        true,
        null,
        entry.load(),
        entry.cap(),
        slots,
        recusals,
        teams,
        now,
        "可以担任 %d 个席位中的 %d 个，已有 %d 次检查、最多再安排 %d 次，对 %d 个对象回避；检查组按工作量均衡、票号决定%s%s。"
            .formatted(
                frame.slots().size(),
                slots.size(),
                entry.load(),
                entry.cap(),
                recusals,
                teams == null ? "" : "，本次安排 " + teams.size() + " 次",
                now == null ? "" : "；抽取以后有更换，现在检查 " + now.size() + " 次"));
  }

  /** Ascending. */
  private static List<String> visited(Roster roster, String inspector) {
    return roster.teams().entrySet().stream()
        .filter(team -> team.getValue().contains(inspector))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
