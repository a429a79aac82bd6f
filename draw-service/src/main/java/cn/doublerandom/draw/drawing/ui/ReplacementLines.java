package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.draw.drawing.Foreseen;
import cn.doublerandom.draw.drawing.Outcome;
import cn.doublerandom.draw.drawing.PassedOver;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.draw.drawing.application.Replacements;
import cn.doublerandom.pagekit.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The replacements of a draw as people read them: firms by name, and what the register says today.
 *
 * @param draw whose names are told; empty where it was not made
 * @param known what is known today of all it visits
 */
record ReplacementLines(
    Optional<TaskDraws.Executed> draw,
    Replacements.Known known,
    AfterWords words,
    boolean english) {
  /** The state of whoever has no reason to be replaced. */
  private static final String IN_BUSINESS = "ACTIVE";

  /**
   * A firm.
   *
   * @param name empty in draws from before names were kept
   */
  record Firm(String id, String name) {}

  /**
   * A replacement that waits.
   *
   * @param inspector the member to be replaced; empty where the subject is
   * @param registered what the register says today; empty where nothing stands against the member
   * @param inBusiness whether a firm is to go that the register has in business today
   * @param finished day of the visit, where its result is recorded and nobody is replaced any more;
   *     absent where it is not, and where the member is to stay
   * @param next who would come in; empty where nobody can
   * @param passed who comes before, and why he may not
   */
  record Waiting(
      Firm subject,
      String inspector,
      boolean keeps,
      String reason,
      String evidence,
      String by,
      String registered,
      boolean inBusiness,
      @Nullable LocalDate finished,
      Firm next,
      List<String> passed) {}

  /**
   * A replacement that was decided on.
   *
   * @param next who came in, or was to; empty where nobody was
   * @param why it does not hold; empty where it holds
   */
  record Decided(
      Outcome.State state,
      Firm subject,
      String inspector,
      Firm next,
      String reason,
      String by,
      String decidedBy,
      LocalDate on,
      String why) {
    /** How its state is marked. */
    public String kind() {
      return switch (state) {
        case AWAITED, ENDED -> "quiet";
        case DONE -> "ok";
        case UNDONE -> "warn";
      };
    }
  }

  Waiting waiting(Foreseen one) {
    String subject = one.request().subject();
    boolean goes = one.request().inspector().isEmpty();
    String next = Objects.requireNonNullElse(one.next(), "");
    return new Waiting(
        firm(subject),
        one.request().inspector().orElse(""),
        one.request().keeps(),
        one.request().reason(),
        one.request().evidence(),
        one.request().by(),
        registered(one.registered()),
        goes && IN_BUSINESS.equals(one.registered()),
        one.request().keeps() ? null : known.made().get(subject),
        goes ? firm(next) : new Firm(next, ""),
        one.passed().stream().map(this::passed).toList());
  }

  private String passed(PassedOver one) {
    Firm firm = firm(one.id());
    return (firm.name().isEmpty() ? "" : firm.name() + " ")
        + one.id()
        + " "
        + registered(one.reason());
  }

  /** What was decided on, the latest first. */
  List<Decided> decided(List<DrawStory.Happened> story) {
    return Outcome.of(story.reversed().stream().map(DrawStory.Happened::event).toList())
        .reversed()
        .stream()
        .map(this::decided)
        .toList();
  }

  private Decided decided(Outcome one) {
    String next = Objects.requireNonNullElse(one.next(), "");
    return new Decided(
        one.state(),
        firm(one.subject()),
        Objects.requireNonNullElse(one.inspector(), ""),
        one.inspector() == null ? firm(next) : new Firm(next, ""),
        one.reason(),
        one.requestedBy(),
        one.decidedBy(),
        one.decidedOn(),
        Objects.requireNonNullElse(one.why(), ""));
  }

  /** Who is visited, each with what the register says today and whether the visit is over. */
  List<Choice> subjects() {
    return draw.stream()
        .flatMap(one -> one.roster().teams().keySet().stream())
        .sorted()
        .map(id -> new Choice(id, label(firm(id))))
        .toList();
  }

  private String label(Firm firm) {
    LocalDate finished = known.made().get(firm.id());
    return (firm.name().isEmpty() ? firm.id() : firm.name() + " " + firm.id())
        + " · "
        + words.registeredToday(registered(known.register().status(firm.id())))
        + (finished == null ? "" : " · " + words.visitOver(finished));
  }

  private Firm firm(String id) {
    return new Firm(
        id,
        draw.flatMap(one ->
                one.frame()
                    .named(id)
                    .or(() -> one.parent().flatMap(parent -> parent.frame().named(id))))
            .orElse(""));
  }

  private String registered(@Nullable String code) {
    if (code == null) {
      return "";
    }
    return english ? RegisterWords.inEnglish(code) : RegisterWords.of(code);
  }
}
