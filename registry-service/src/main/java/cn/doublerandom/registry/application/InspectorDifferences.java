package cn.doublerandom.registry.application;

import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a row of the table of inspectors changes, by the columns of that table.
 *
 * @param names as the table has them, masked, by number
 */
record InspectorDifferences(Map<String, String> names) implements Differences<Inspector> {
  static final List<Column<InspectorDetails>> COLUMNS =
      List.of(
          Column.sealed("姓名、执法证号", InspectorDetails::sealedName),
          Column.of("单位", InspectorDetails::unit),
          Column.of("执法证有效期至", InspectorDetails::certificateValidUntil),
          Column.of("专长", InspectorDetails::skillsWithLevels),
          Column.of("状态", details -> details.status() == InspectorStatus.LEFT ? "离岗" : "在岗"),
          Column.of(
              "省政府执法证有效期至",
              details -> Objects.requireNonNullElse(details.more().provincialValidUntil(), "")),
          Column.of("地区", details -> details.more().region()),
          Column.of("承办上限", details -> limit(details.more().capacity())),
          Column.of(
              "曾任职单位",
              details ->
                  details.more().formerEmployers().stream()
                      .map(e -> e.subject() + "/" + e.until())
                      .toList()),
          Column.of("持股单位编码", details -> details.more().shareholdings()));

  /** None of his own where it is 0. */
  private static String limit(int capacity) {
    return capacity == 0 ? "" : Integer.toString(capacity);
  }

  /** All that an entry says, of who is new or comes back. */
  static List<Preview.Difference> of(InspectorDetails entry) {
    return Differences.entry(COLUMNS, entry);
  }

  /** Where two entries differ. */
  static List<Preview.Difference> between(InspectorDetails before, InspectorDetails after) {
    return Differences.of(COLUMNS, before, after);
  }

  @Override
  public boolean has(Inspector before) {
    return !(before instanceof Inspector.Unregistered);
  }

  @Override
  public String name(Inspector after) {
    return after instanceof Inspector.Registered known
        ? names.getOrDefault(known.details().id(), "")
        : "";
  }

  @Override
  public List<Preview.Difference> between(Inspector before, Inspector after) {
    return before instanceof Inspector.Registered was && after instanceof Inspector.Registered is
        ? Differences.of(COLUMNS, was.details(), told(is))
        : List.of();
  }

  /** As he will be when another person agrees. */
  private static InspectorDetails told(Inspector.Registered known) {
    return known
        .absenceAsked()
        .map(asked -> {
          var revision = asked.revision();
          InspectorDetails told = revision == null ? known.details() : revision.told();
          return asked.leftFrom() == null ? told : told.withStatus(InspectorStatus.LEFT);
        })
        .orElse(known.details());
  }
}
