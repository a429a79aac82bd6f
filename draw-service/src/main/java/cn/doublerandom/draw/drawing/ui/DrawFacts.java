package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.ExactCount;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.pagekit.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is public of a draw; what is not known yet, or still sealed, is empty here.
 *
 * @param framed list and terms; absent where the round is void without a result
 * @param chance what the chance rests on, in Chinese words; empty before the commit
 * @param source CEREMONY, LOTTERY or DRAND; empty before the commit
 * @param witnesses names of those who promised, in the order of the commit; of a public source none
 * @param commitHash empty before the commit
 * @param hashName which hash the result has: resultHash or sealedHash; empty before the draw
 * @param rows who was drawn; absent before, and while it is sealed
 */
record DrawFacts(
    DrawState.@Nullable Framed framed,
    List<String> terms,
    String chance,
    String source,
    List<String> witnesses,
    String commitHash,
    String seed,
    String hashName,
    String hash,
    List<Line> allocation,
    @Nullable Rows<DrawnRows.Row> rows,
    List<DrawnRows.StandBy> alternates,
    String shortfall,
    @Nullable Approval approval) {

  /** A class and how many of it. */
  record Line(String stratum, int inScope, int eligible, String expected, int drawn) {}

  /** The first of two approvals of a void. */
  record Approval(String by, String reason) {}

  static DrawFacts of(
      DrawDesk.Seen seen,
      DrawPhase phase,
      DrawingWords words,
      String comma,
      boolean english,
      Function<List<DrawnRows.Row>, Rows<DrawnRows.Row>> part) {
    Optional<TaskDraws.Executed> executed = seen.draws().executed(seen.drawId());
    Optional<DrawState.Begun> state =
        executed
            .<DrawState.Begun>map(DrawState::drawn)
            .or(() ->
                seen.draws().isAbout(seen.drawId())
                    ? Optional.of(DrawState.of(seen.draws()))
                    : Optional.empty());
    Optional<DrawState.Promised> promised = state.flatMap(DrawFacts::promised);
    return new DrawFacts(
        state.map(DrawState.Begun::framed).orElse(null),
        state.map(s -> TermsSaid.of(s.framed().terms(), words, comma)).orElse(List.of()),
        promised.map(DrawState.Promised::chance).orElse(""),
        promised.map(DrawFacts::source).orElse(""),
        executed.map(DrawFacts::witnesses).orElse(List.of()),
        promised.map(DrawState.Promised::commitHash).orElse(""),
        state.map(s -> s instanceof DrawState.Drawn d ? d.seed() : "").orElse(""),
        state.map(DrawFacts::hashName).orElse(""),
        state.map(DrawFacts::hash).orElse(""),
        state.map(s -> allocation(s, words, english)).orElse(List.of()),
        executed
            .map(d ->
                part.apply(
                    DrawnRows.of(d, name -> TermsSaid.stratum(name, words, english), seen.days())))
            .orElse(null),
        executed
            .map(d -> DrawnRows.alternates(d, name -> TermsSaid.stratum(name, words, english)))
            .orElse(List.of()),
        state
            .map(s -> s instanceof DrawState.Drawn d && d.shortfall() != null ? d.shortfall() : "")
            .orElse(""),
        phase == DrawPhase.VOIDED ? null : approval(seen));
  }

  private static Optional<DrawState.Promised> promised(DrawState.Begun state) {
    return switch (state) {
      case DrawState.Frozen frozen -> Optional.empty();
      case DrawState.Committed committed -> Optional.of(committed.promised());
      case DrawState.Sealed sealed -> Optional.of(sealed.promised());
      case DrawState.Drawn drawn -> Optional.of(drawn.promised());
    };
  }

  private static String source(DrawState.Promised promised) {
    return promised.commit().get("entropy") instanceof Map<?, ?> entropy
        ? String.valueOf(entropy.get("kind")).toUpperCase(java.util.Locale.ROOT)
        : "";
  }

  private static List<String> witnesses(TaskDraws.Executed draw) {
    return draw.commit().entropy() instanceof Entropy.CeremonyPromise ceremony
        ? ceremony.witnesses().stream().map(Entropy.Witness::by).toList()
        : List.of();
  }

  private static String hashName(DrawState.Begun state) {
    return switch (state) {
      case DrawState.Frozen frozen -> "";
      case DrawState.Committed committed -> "";
      case DrawState.Sealed sealed -> "sealedHash";
      case DrawState.Drawn drawn -> "resultHash";
    };
  }

  private static String hash(DrawState.Begun state) {
    return switch (state) {
      case DrawState.Frozen frozen -> "";
      case DrawState.Committed committed -> "";
      case DrawState.Sealed sealed -> sealed.sealedHash();
      case DrawState.Drawn drawn -> drawn.resultHash();
    };
  }

  private static List<Line> allocation(DrawState.Begun state, DrawingWords words, boolean english) {
    List<DrawResult.Allocation> allocation =
        switch (state) {
          case DrawState.Frozen frozen -> null;
          case DrawState.Committed committed -> null;
          case DrawState.Sealed sealed -> sealed.allocation();
          case DrawState.Drawn drawn -> drawn.allocation();
        };
    return allocation == null
        ? List.of()
        : allocation.stream()
            .map(a ->
                new Line(
                    TermsSaid.stratum(a.stratum(), words, english),
                    a.inScope(),
                    a.eligible(),
                    ExactCount.shown(a.expected()),
                    a.drawn()))
            .toList();
  }

  private static @Nullable Approval approval(DrawDesk.Seen seen) {
    Optional<TaskDraws.Approval> first =
        seen.draws()
            .earlier(seen.drawId())
            .map(TaskDraws.Executed::approval)
            .orElseGet(() ->
                seen.draws().isAbout(seen.drawId()) ? approval(seen.draws()) : Optional.empty());
    return first.map(one -> new Approval(one.by(), one.reason())).orElse(null);
  }

  private static Optional<TaskDraws.Approval> approval(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn -> Optional.empty();
      case TaskDraws.Frozen frozen -> frozen.approval();
      case TaskDraws.Committed committed -> committed.approval();
      case TaskDraws.Sealed sealed -> sealed.approval();
      case TaskDraws.Executed executed -> executed.approval();
    };
  }
}
