package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.drawing.AskedInVain;
import cn.doublerandom.draw.drawing.Explanation;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.ReplacementWords;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.CodeText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What anybody may ask of a draw: the whole of it, and why somebody was drawn or was not. */
@ApplicationScoped
public class ExplainedDraws {
  /** Of one name's words; who has more is asked for more of the name. */
  public static final int MOST_NAMED = 20;

  private final KeptStates<TaskDraws> draws;
  private final KeptStates<ExclusionList> exclusions;

  @Inject
  ExplainedDraws(KeptStates<TaskDraws> draws, KeptStates<ExclusionList> exclusions) {
    this.draws = draws;
    this.exclusions = exclusions;
  }

  /** An executed draw that is open, be it void by now. */
  public Uni<TaskDraws.Executed> executed(String drawId) {
    return known(drawId)
        .map(state ->
            state
                .executed(drawId)
                .orElseThrow(() ->
                    new ProblemException(
                        !state.isAbout(drawId)
                            ? PhaseRejection.DRAW_UNKNOWN
                            : state instanceof TaskDraws.Sealed
                                ? SealingRejection.DRAW_SEALED
                                : PhaseRejection.DRAW_NOT_EXECUTED)));
  }

  /** Why a subject was drawn or was not, and what became of it after the draw. */
  public Uni<Explanation.OfSubject> subject(String drawId, String subject) {
    return known(drawId)
        .map(state ->
            state
                .executed(drawId)
                .map(draw ->
                    ReplacementWords.following(
                        Explanation.ofSubject(draw, meant(listed(draw), subject)), draw.roster()))
                .orElseGet(() -> {
                  FrozenFrame frame = frame(state, drawId);
                  return Explanation.ofSubject(frame, meant(frame, subject));
                }))
        .flatMap(told ->
            exclusions
                .of(DrawStreams.EXCLUSIONS.of(drawId))
                .map(asked -> AskedInVain.added(told, asked.state())));
  }

  /** The list a draw was made of, which for a supplement is that of the first. */
  private static FrozenFrame listed(TaskDraws.Executed draw) {
    return draw.parent().orElse(draw).frame();
  }

  private static String meant(FrozenFrame frame, String typed) {
    return meant(frame.lists().frame().stream().map(FrameEntry::id).toList(), typed);
  }

  /**
   * The code of a list somebody means who writes small or wide letters, or leaves blanks in it; as
   * he wrote it where there is none, or more than one.
   */
  static String meant(List<String> codes, String typed) {
    if (codes.contains(typed)) {
      return typed;
    }
    String folded = CodeText.sought(typed);
    List<String> alike =
        codes.stream().filter(code -> code.toUpperCase(Locale.ROOT).equals(folded)).toList();
    return alike.size() == 1 ? alike.getFirst() : typed;
  }

  /**
   * The subjects of the frozen list whose names hold a text, in the order of their codes.
   *
   * @return at most {@link #MOST_NAMED}; none in draws from before names were kept
   */
  public Uni<List<FrozenFrame.Named>> named(String drawId, String text) {
    return names(drawId)
        .map(names ->
            names.stream().filter(one -> one.name().contains(text)).limit(MOST_NAMED).toList());
  }

  /** What a subject of the frozen list is called; empty where nobody says. */
  public Uni<String> name(String drawId, String subject) {
    return names(drawId)
        .map(names ->
            names.stream()
                .filter(one -> one.subject().equals(subject))
                .map(FrozenFrame.Named::name)
                .findFirst()
                .orElse(""));
  }

  private Uni<List<FrozenFrame.Named>> names(String drawId) {
    return frozen(drawId)
        .map(frame -> Objects.requireNonNullElse(frame.names(), List.<FrozenFrame.Named>of()));
  }

  private Uni<FrozenFrame> frozen(String drawId) {
    return known(drawId)
        .map(state ->
            state
                .executed(drawId)
                .map(TaskDraws.Executed::frame)
                .orElseGet(() -> frame(state, drawId)));
  }

  /**
   * The officers of the frozen list, drawable that day or not, who are called by a text.
   *
   * @param called names by number; who may not see them knows none
   * @return numbers, at most {@link #MOST_NAMED}
   */
  public Uni<List<String>> officers(String drawId, String text, UnaryOperator<String> called) {
    return frozen(drawId)
        .map(frame ->
            Stream.concat(
                    frame.lists().inspectors().stream().map(InspectorEntry::id),
                    Optional.ofNullable(frame.unlisted()).stream()
                        .flatMap(unlisted -> unlisted.stream())
                        .map(FrozenFrame.Unlisted::inspector))
                .distinct()
                .filter(number -> called.apply(number).contains(text))
                .limit(MOST_NAMED)
                .toList());
  }

  /** Whether an inspector could be drawn, and for whom he was. */
  public Uni<Explanation.OfInspector> inspector(String drawId, String inspector) {
    return known(drawId)
        .map(state -> {
          Optional<TaskDraws.Executed> executed = state.executed(drawId);
          FrozenFrame frame =
              executed.map(TaskDraws.Executed::frame).orElseGet(() -> frame(state, drawId));
          return Explanation.ofInspector(frame, executed, inspector);
        });
  }

  private Uni<TaskDraws> known(String drawId) {
    return draws.of(DrawStreams.taskOfDraw(drawId)).map(CommandHandler.Loaded::state);
  }

  private static FrozenFrame frame(TaskDraws draws, String drawId) {
    return draws
        .current()
        .filter(f -> f.drawId().equals(drawId))
        .orElseThrow(() -> new ProblemException(PhaseRejection.DRAW_UNKNOWN));
  }
}
