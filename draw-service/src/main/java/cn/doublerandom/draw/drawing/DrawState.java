package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A draw as everyone may see it; what is not known yet, or still sealed, is absent.
 *
 * @param phase FROZEN, COMMITTED, SEALED, EXECUTED or VOIDED
 * @param frameSize subjects in scope, excluded ones included
 * @param excluded how many of them may not be drawn, by reason
 * @param revealed names of the witnesses who have revealed
 * @param exclusions of them each, with the rule or the reason two people gave; absent in old draws
 * @param chance in one sentence what the chance rests on, and on whose honesty; absent before the
 *     commit
 * @param combined the tasks drawn together, where there are several
 * @param visitsFor of a combined draw, the tasks each drawn subject is visited for
 * @param sealedHash what binds a sealed result
 * @param teams as drawn
 * @param current who visits whom after replacements, where there were any
 * @param missing how many people the teams lack; 0 where all teams are complete
 * @param shortfall the same in words
 * @param recusalsWaiting inspectors of whom a recusal from somebody of the frame waited for a
 *     second person at the freeze; absent where none did
 * @param recused subjects that recusals leave no team, or only one, in words; absent where none
 * @param terms what whoever froze chose, and whether a second person agreed; absent where nothing
 *     but a line remains of the draw
 */
public record DrawState(
    String drawId,
    String phase,
    int round,
    int frameSize,
    int eligible,
    @Nullable Map<String, Integer> excluded,
    @Nullable List<Exclusion> exclusions,
    @Nullable String chance,
    @Nullable CombinedDraw combined,
    @Nullable Map<String, List<String>> visitsFor,
    @Nullable Map<String, Object> commit,
    @Nullable String commitHash,
    @Nullable List<String> revealed,
    @Nullable String sealedHash,
    @Nullable List<DrawResult.Allocation> allocation,
    @Nullable String seed,
    @Nullable List<String> selected,
    @Nullable List<DrawResult.Team> teams,
    @Nullable List<DrawResult.Team> current,
    @Nullable Integer missing,
    @Nullable String shortfall,
    @Nullable String resultHash,
    @Nullable String overdueSince,
    @Nullable Integer recusalsWaiting,
    @Nullable List<String> recused,
    @Nullable DrawTerms terms) {

  /**
   * A subject that could not be drawn.
   *
   * @param text the rule, or the reason
   */
  public record Exclusion(String subject, String code, String text, boolean byHand) {}

  /** The draw under way, or the last one. */
  public static DrawState of(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn ->
          throw new IllegalArgumentException("no draw of this task is under way");
      case TaskDraws.Frozen frozen ->
          begun(frozen.frame(), "FROZEN", Promised.nothing(frozen.preparation().agreed()));
      case TaskDraws.Committed c ->
          begun(
              c.frame(),
              "COMMITTED",
              new Promised(
                  Chance.restsOn(c),
                  c.commit().json(),
                  c.commitHash(),
                  c.contributions().stream().map(Entropy.Contribution::by).toList(),
                  c.preparation().terms()));
      case TaskDraws.Sealed sealed -> sealed(sealed);
      case TaskDraws.Executed e -> executed(e, "EXECUTED");
    };
  }

  /** A draw that stands, also where the next batch is under way. */
  public static DrawState of(TaskDraws draws, String drawId) {
    return draws.earlier(drawId).map(draw -> executed(draw, "EXECUTED")).orElseGet(() -> of(draws));
  }

  /** What is public of the chance, nothing before the commit; and who agreed to the terms. */
  private record Promised(
      @Nullable String chance,
      @Nullable Map<String, Object> commit,
      @Nullable String commitHash,
      @Nullable List<String> revealed,
      Optional<Preparation.Agreed> agreed) {
    static Promised nothing(Optional<Preparation.Agreed> agreed) {
      return new Promised(null, null, null, null, agreed);
    }

    static Promised of(TaskDraws.Executed draw) {
      return new Promised(
          Chance.restsOn(draw), draw.commit().json(), draw.commitHash(), null, draw.terms());
    }
  }

  /** A draw of which nothing but its frame and its chance is known, or told. */
  private static DrawState begun(FrozenFrame frame, String phase, Promised promised) {
    return told(frame, phase, promised, null, null);
  }

  private static DrawState told(
      FrozenFrame frame,
      String phase,
      Promised promised,
      @Nullable String sealedHash,
      @Nullable List<DrawResult.Allocation> allocation) {
    return new DrawState(
        frame.drawId(),
        phase,
        frame.round(),
        frame.lists().frame().size(),
        frame.eligible().size(),
        excluded(frame),
        exclusions(frame),
        promised.chance,
        frame.combined(),
        null,
        promised.commit,
        promised.commitHash,
        promised.revealed,
        sealedHash,
        allocation,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Recused.waiting(frame.recusedFrom()),
        Recused.texts(
            frame.eligible().stream().map(FrameEntry::id).toList(),
            frame.lists(),
            frame.slots(),
            frame.recusedFrom()),
        DrawTerms.of(frame, promised.agreed));
  }

  /** Numbers and a hash; who was drawn, the seed and the result's own hash stay inside. */
  private static DrawState sealed(TaskDraws.Sealed sealed) {
    TaskDraws.Executed draw = sealed.draw();
    return told(
        draw.frame(), "SEALED", Promised.of(draw), sealed.sealedHash(), allocation(draw.result()));
  }

  private static @Nullable List<DrawResult.Allocation> allocation(DrawResult result) {
    return result.drawn().map(DrawResult.Drawn::allocation).orElse(null);
  }

  /** An executed and opened draw. */
  public static DrawState executed(TaskDraws.Executed draw, String phase) {
    FrozenFrame frame = draw.frame();
    DrawResult result = draw.result();
    DrawState known = told(frame, phase, Promised.of(draw), null, allocation(result));
    return new DrawState(
        known.drawId,
        known.phase,
        known.round,
        known.frameSize,
        known.eligible,
        known.excluded,
        known.exclusions,
        known.chance,
        known.combined,
        frame.combined() == null ? null : CombinedDraw.tasks(draw),
        known.commit,
        known.commitHash,
        null,
        null,
        known.allocation,
        result.seed().hex(),
        result.selected(),
        result.teams(),
        draw.roster().isChanged(result) ? current(draw) : null,
        result.infeasible().map(DrawResult.Infeasible::missing).orElse(0),
        result.infeasible().map(i -> Shortfall.text(draw)).orElse(null),
        draw.resultHash(),
        null,
        known.recusalsWaiting,
        Recused.texts(result.selected(), frame.lists(), frame.slots(), frame.recusedFrom()),
        known.terms);
  }

  private static List<DrawResult.Team> current(TaskDraws.Executed draw) {
    return draw.roster().teams().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new DrawResult.Team(e.getKey(), e.getValue()))
        .toList();
  }

  /** A draw that is over without a result: what remains to be seen of it. */
  public static DrawState ended(DrawDirectory.Entry entry) {
    return new DrawState(
        entry.drawId(),
        entry.phase(),
        entry.round(),
        entry.frameSize(),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        entry.commitHash().isEmpty() ? null : entry.commitHash(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        entry.overdueSince(),
        null,
        null,
        null);
  }

  /** The same in another phase: a void hides nothing. */
  public DrawState in(String other) {
    return new DrawState(
        drawId,
        other,
        round,
        frameSize,
        eligible,
        excluded,
        exclusions,
        chance,
        combined,
        visitsFor,
        commit,
        commitHash,
        revealed,
        sealedHash,
        allocation,
        seed,
        selected,
        teams,
        current,
        missing,
        shortfall,
        resultHash,
        overdueSince,
        recusalsWaiting,
        recused,
        terms);
  }

  private static @Nullable List<Exclusion> exclusions(FrozenFrame frame) {
    return frame.excluded() == null
        ? null
        : frame.excluded().stream()
            .map(e -> new Exclusion(e.subject(), e.code(), e.text(), e.byHand()))
            .toList();
  }

  private static Map<String, Integer> excluded(FrozenFrame frame) {
    Map<String, Integer> reasons = new TreeMap<>();
    frame
        .lists()
        .frame()
        .forEach(e -> {
          if (e.excluded() != null) {
            reasons.merge(e.excluded(), 1, Integer::sum);
          }
        });
    return reasons;
  }
}
