package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.Chance;
import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.Recused;
import cn.doublerandom.draw.drawing.Shortfall;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draw as everyone may see it: what is not known yet, or still sealed, its state does not have.
 */
public sealed interface DrawState {

  String drawId();

  /** A draw whose lists are known. */
  sealed interface Begun extends DrawState {
    Framed framed();

    @Override
    default String drawId() {
      return framed().drawId();
    }
  }

  /** The lists no longer change. */
  record Frozen(@JsonUnwrapped Framed framed) implements Begun {}

  /**
   * What will decide is promised.
   *
   * @param revealed names of the witnesses who have revealed
   */
  record Committed(
      @JsonUnwrapped Framed framed, @JsonUnwrapped Promised promised, List<String> revealed)
      implements Begun {}

  /**
   * Numbers and a hash; who was drawn, the seed and the result's own hash stay inside.
   *
   * @param sealedHash what binds the result
   * @param allocation how many of which class; absent where teams alone were drawn
   */
  record Sealed(
      @JsonUnwrapped Framed framed,
      @JsonUnwrapped Promised promised,
      String sealedHash,
      @Nullable List<DrawResult.Allocation> allocation)
      implements Begun {}

  /**
   * A result everybody sees; a void hides nothing of it.
   *
   * @param allocation how many of which class; absent where teams alone were drawn
   * @param visitsFor of a combined draw, the tasks each drawn subject is visited for
   * @param teams as drawn
   * @param current who visits whom after replacements, where there were any
   * @param missing how many people the teams lack; 0 where all teams are complete
   * @param shortfall the same in words, where there is one
   */
  record Drawn(
      @JsonUnwrapped Framed framed,
      @JsonUnwrapped Promised promised,
      @Nullable List<DrawResult.Allocation> allocation,
      @Nullable Map<String, List<String>> visitsFor,
      String seed,
      List<String> selected,
      List<DrawResult.Team> teams,
      @Nullable List<DrawResult.Team> current,
      int missing,
      @Nullable String shortfall,
      String resultHash)
      implements Begun {
    /** The same in its other phase. */
    public Drawn voided() {
      return new Drawn(
          framed.in("VOIDED"),
          promised,
          allocation,
          visitsFor,
          seed,
          selected,
          teams,
          current,
          missing,
          shortfall,
          resultHash);
    }
  }

  /**
   * A draw that is over without a result: what remains to be seen of it.
   *
   * @param phase FROZEN, COMMITTED or VOIDED
   * @param eligible 0: nobody was drawn from them
   * @param commitHash absent where nothing was promised
   * @param overdueSince the time that passed without a result, where one did
   */
  record Ended(
      String drawId,
      String phase,
      int round,
      int frameSize,
      int eligible,
      @Nullable String commitHash,
      @Nullable String overdueSince)
      implements DrawState {
    public static Ended of(DrawDirectory.Entry entry) {
      return new Ended(
          entry.drawId(),
          entry.phase(),
          entry.round(),
          entry.frameSize(),
          0,
          entry.commitHash().isEmpty() ? null : entry.commitHash(),
          entry.overdueSince());
    }
  }

  /**
   * What is known from the freeze on.
   *
   * @param phase FROZEN, COMMITTED, SEALED, EXECUTED or VOIDED
   * @param frozenOn the day of the freeze, Asia/Shanghai: the lists are those of that day
   * @param frameSize subjects in scope, excluded ones included
   * @param excluded how many of them may not be drawn, by reason
   * @param exclusions of them each, with the rule or the reason two people gave; absent in old
   *     draws
   * @param combined the tasks drawn together, where there are several
   * @param recusalsWaiting inspectors of whom a recusal from somebody of the frame waited for a
   *     second person at the freeze; absent where none did
   * @param recused subjects that recusals leave no team, or only one, in words; absent where none
   * @param terms what whoever froze chose, and whether a second person agreed
   */
  record Framed(
      String drawId,
      String phase,
      int round,
      LocalDate frozenOn,
      int frameSize,
      int eligible,
      Map<String, Integer> excluded,
      @Nullable List<Exclusion> exclusions,
      @Nullable CombinedDraw combined,
      @Nullable Integer recusalsWaiting,
      @Nullable List<String> recused,
      DrawTerms terms) {
    /** Of those who may be drawn, or who were. */
    static Framed of(
        FrozenFrame frame,
        String phase,
        List<String> subjects,
        Optional<Preparation.Agreed> agreed) {
      return new Framed(
          frame.drawId(),
          phase,
          frame.round(),
          frame.checkFrom(),
          frame.lists().frame().size(),
          frame.lists().drawable().size(),
          frame.lists().excluded(),
          Exclusion.of(frame),
          frame.combined(),
          Recused.waiting(frame.recusedFrom()),
          Recused.texts(subjects, frame.lists(), frame.slots(), frame.recusedFrom()),
          DrawTerms.of(frame, agreed));
    }

    static Framed of(FrozenFrame frame, String phase, Optional<Preparation.Agreed> agreed) {
      return of(frame, phase, frame.lists().drawable(), agreed);
    }

    Framed in(String other) {
      return new Framed(
          drawId,
          other,
          round,
          frozenOn,
          frameSize,
          eligible,
          excluded,
          exclusions,
          combined,
          recusalsWaiting,
          recused,
          terms);
    }
  }

  /**
   * What is known from the commit on.
   *
   * @param chance in one sentence what the chance rests on, and on whose honesty
   */
  record Promised(String chance, Map<String, Object> commit, String commitHash) {
    static Promised of(TaskDraws.Executed draw) {
      return new Promised(Chance.restsOn(draw), draw.commit().json(), draw.commitHash());
    }
  }

  /**
   * A subject that could not be drawn.
   *
   * @param text the rule, or the reason
   */
  record Exclusion(String subject, String code, String text, boolean byHand) {
    static @Nullable List<Exclusion> of(FrozenFrame frame) {
      return frame.excluded() == null
          ? null
          : frame.excluded().stream()
              .map(e -> new Exclusion(e.subject(), e.code(), e.text(), e.byHand()))
              .toList();
    }
  }

  /** The draw under way, or the last one. */
  static Begun of(TaskDraws draws) {
    return switch (draws) {
      case TaskDraws.Undrawn undrawn ->
          throw new IllegalArgumentException("no draw of this task is under way");
      case TaskDraws.Frozen draw ->
          new Frozen(Framed.of(draw.frame(), "FROZEN", draw.preparation().agreed()));
      case TaskDraws.Committed draw ->
          new Committed(
              Framed.of(draw.frame(), "COMMITTED", draw.preparation().terms()),
              new Promised(Chance.restsOn(draw), draw.commit().json(), draw.commitHash()),
              draw.contributions().stream().map(Entropy.Contribution::by).toList());
      case TaskDraws.Sealed sealed -> {
        TaskDraws.Executed draw = sealed.draw();
        yield new Sealed(
            Framed.of(draw.frame(), "SEALED", draw.terms()),
            Promised.of(draw),
            sealed.sealedHash(),
            allocation(draw.result()));
      }
      case TaskDraws.Executed draw -> drawn(draw);
    };
  }

  /** A draw that stands, also where the next batch is under way. */
  static Begun of(TaskDraws draws, String drawId) {
    return draws.earlier(drawId).<Begun>map(DrawState::drawn).orElseGet(() -> of(draws));
  }

  /** An executed and opened draw. */
  static Drawn drawn(TaskDraws.Executed draw) {
    FrozenFrame frame = draw.frame();
    DrawResult result = draw.result();
    return new Drawn(
        Framed.of(frame, "EXECUTED", result.selected(), draw.terms()),
        Promised.of(draw),
        allocation(result),
        frame.combined() == null ? null : CombinedDraw.tasks(draw),
        result.seed().hex(),
        result.selected(),
        result.teams(),
        draw.roster().isChanged(result) ? current(draw) : null,
        result.infeasible().map(DrawResult.Infeasible::missing).orElse(0),
        result.infeasible().map(i -> Shortfall.text(draw)).orElse(null),
        draw.resultHash());
  }

  private static @Nullable List<DrawResult.Allocation> allocation(DrawResult result) {
    return result.drawn().map(DrawResult.Drawn::allocation).orElse(null);
  }

  private static List<DrawResult.Team> current(TaskDraws.Executed draw) {
    return draw.roster().teams().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new DrawResult.Team(e.getKey(), e.getValue()))
        .toList();
  }
}
