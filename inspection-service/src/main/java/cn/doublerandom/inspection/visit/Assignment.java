package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.register.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a draw asks of a team.
 *
 * @param visitId draw and subject
 * @param inspectors accounts of the team, ascending, at least two; none where no team could be
 *     found
 * @param from first day of the window
 * @param to last day of the window
 * @param programme of the batch, whose check dates bind too; absent where it was not told
 * @param units of the team; absent in visits from before they were told
 * @param gates what has to be done before it begins; absent in visits from before gates, which have
 *     none
 */
public record Assignment(
    String visitId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    List<Item> items,
    LocalDate from,
    LocalDate to,
    @Nullable Programme programme,
    @Nullable List<String> units,
    @Nullable List<Gate> gates) {
  public Assignment {
    inspectors = List.copyOf(inspectors);
    items = List.copyOf(items);
    units = units == null ? null : List.copyOf(units);
    gates = gates == null ? null : List.copyOf(gates);
  }

  /** One that nothing has to go before. */
  public Assignment(
      String visitId,
      String drawId,
      String planId,
      String taskId,
      String subjectId,
      List<String> inspectors,
      List<Item> items,
      LocalDate from,
      LocalDate to,
      @Nullable Programme programme,
      @Nullable List<String> units) {
    this(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        items,
        from,
        to,
        programme,
        units,
        null);
  }

  /** What has to be done before it begins; nothing in visits from before gates. */
  public List<Gate> requires() {
    return gates == null ? List.of() : gates;
  }

  /** The same under these gates; where there are none it says nothing of them. */
  public Assignment under(List<Gate> these) {
    return new Assignment(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        items,
        from,
        to,
        programme,
        units,
        these.isEmpty() ? null : these);
  }

  /** Whether somebody is to come; nobody is where the draw could not fill its teams. */
  public boolean hasTeam() {
    return !inspectors.isEmpty();
  }

  Assignment with(List<String> team, @Nullable List<String> itsUnits) {
    return new Assignment(
        visitId, drawId, planId, taskId, subjectId, team, items, from, to, programme, itsUnits,
        gates);
  }

  /** The first day on which the visit may be held: of the window and the check dates, the later. */
  public LocalDate firstDay() {
    return programme == null || from.isAfter(programme.checkFrom()) ? from : programme.checkFrom();
  }

  /**
   * The last day on which the visit may be held: of the window and the check dates, the earlier.
   */
  public LocalDate lastDay() {
    return programme == null || to.isBefore(programme.checkTo()) ? to : programme.checkTo();
  }

  /** The units that inspect; none where nobody said. */
  public List<String> ofUnits() {
    return units == null ? List.of() : units;
  }

  /** 每期抽查实施方案: what the public was promised about the visits. */
  public record Programme(
      String documentNumber, String title, LocalDate checkFrom, LocalDate checkTo) {
    boolean allows(LocalDate day) {
      return !day.isBefore(checkFrom) && !day.isAfter(checkTo);
    }

    /** The clause a refusal names. */
    String clause() {
      return "%s《%s》检查日期".formatted(documentNumber, title);
    }
  }

  /** The same with the checklists that were frozen for it. */
  Assignment asking(List<ItemQuestions> lists) {
    return new Assignment(
        visitId,
        drawId,
        planId,
        taskId,
        subjectId,
        inspectors,
        items.stream().map(item -> item.asking(lists)).toList(),
        from,
        to,
        programme,
        units,
        gates);
  }

  /** Whether an item belongs to it. */
  boolean has(String item) {
    return item(item).isPresent();
  }

  Optional<Item> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** Whether checklists were frozen for it. */
  boolean isAsking() {
    return items.stream().anyMatch(item -> item.questions() != null);
  }

  /**
   * One item to be checked.
   *
   * @param questions of its checklist as the visit keeps it; absent where it keeps none
   */
  public record Item(String code, String name, @Nullable List<Question> questions) {
    public Item {
      questions = questions == null ? null : List.copyOf(questions);
    }

    public Item(String code, String name) {
      this(code, name, null);
    }

    /** What is asked; nothing where no checklist is kept. */
    public List<Question> asked() {
      return questions == null ? List.of() : questions;
    }

    /** The same by its name alone. */
    Item alone() {
      return new Item(code, name);
    }

    private Item asking(List<ItemQuestions> lists) {
      return lists.stream()
          .filter(list -> list.itemCode().equals(code))
          .findFirst()
          .map(list -> new Item(code, name, list.questions()))
          .orElse(this);
    }
  }
}
