package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The draws of one task; at most one is under way (protocol §2).
 *
 * <pre>
 * Undrawn ─freeze─▶ Frozen ─commit─▶ Committed ─reveal…─▶ Committed ─execute─▶ Executed | Sealed ─open─▶ Executed
 *    ▲                │                  │                                        │
 *    └─two approvals──┴──────────────────┴────────────────────────────────────────┘ (the round is void, its number used up)
 *                  Executed, teams infeasible ─freeze teams─▶ Frozen (once; ─two approvals─▶ the same Executed)
 *                  Executed, another batch in the plan ─freeze─▶ Frozen
 * </pre>
 */
public sealed interface TaskDraws {
  /** No draw under way. */
  record Undrawn(Past past) implements TaskDraws {}

  /**
   * @param preparation of a ceremony, as far as it has come
   * @param approval the first of two approvals of a void, if given
   */
  record Frozen(FrozenFrame frame, Past past, Preparation preparation, Optional<Approval> approval)
      implements TaskDraws {
    Frozen with(Preparation further) {
      return new Frozen(frame, past, further, approval);
    }
  }

  /**
   * @param preparation whose promises the commit holds; empty where a public source speaks, and in
   *     draws from before witnesses had accounts
   * @param contributions revealed so far, in the order of the witnesses
   * @param lastReveal real time of the latest of them; empty where none is known
   * @param observed numbers of a lottery as people entered them, the earliest first
   */
  record Committed(
      FrozenFrame frame,
      Past past,
      Preparation preparation,
      Commit commit,
      String commitHash,
      List<Entropy.Contribution> contributions,
      Optional<Instant> lastReveal,
      List<Observation> observed,
      Optional<Approval> approval)
      implements TaskDraws {
    Committed with(Preparation further) {
      return new Committed(
          frame, past, further, commit, commitHash, contributions, lastReveal, observed, approval);
    }

    Committed voiding(Optional<Approval> first) {
      return with(past, observed, first);
    }

    private Committed with(Past before, List<Observation> numbers, Optional<Approval> first) {
      return new Committed(
          frame,
          before,
          preparation,
          commit,
          commitHash,
          contributions,
          lastReveal,
          numbers,
          first);
    }

    Committed with(Observation entered) {
      List<Observation> more = new ArrayList<>(observed);
      more.add(entered);
      return with(past, more, approval);
    }

    /** The same with one more revealed; the order is that of the witnesses and not a choice. */
    Committed with(List<Entropy.Contribution> ordered, Optional<Instant> at) {
      Optional<Instant> later =
          at.filter(fresh -> lastReveal.filter(fresh::isBefore).isEmpty()).or(() -> lastReveal);
      return new Committed(
          frame, past, preparation, commit, commitHash, ordered, later, observed, approval);
    }

    /** The whole entropy, once its last part is given. */
    public Entropy.Reveal entropy(Given given) {
      return given.with(contributions);
    }
  }

  /**
   * Drawn, and nobody outside knows who.
   *
   * @param draw what will be seen once it is opened
   */
  record Sealed(Executed draw, Optional<Approval> approval) implements TaskDraws {
    @Override
    public Past past() {
      return draw.past;
    }

    /** {@code H("dr/sealed/1\0" ‖ salt ‖ resultHash)}, public at once. */
    public String sealedHash() {
      return Hashes.ofSealed(draw.salt.orElseThrow(), draw.resultHash);
    }
  }

  /**
   * @param salt present where the draw was sealed
   * @param roster who visits whom now
   * @param touchedBy all who had a hand in it; none of them decides what becomes of it
   * @param terms who agreed to what was frozen; empty in draws from before that was asked
   */
  record Executed(
      FrozenFrame frame,
      Past past,
      Commit commit,
      String commitHash,
      DrawResult result,
      String resultHash,
      Map<String, Object> certificate,
      Optional<String> salt,
      LocalDate executedOn,
      Roster roster,
      Set<String> touchedBy,
      Optional<Preparation.Agreed> terms,
      List<Observation> observed,
      Optional<Approval> approval)
      implements TaskDraws {
    public Executed {
      touchedBy = Set.copyOf(touchedBy);
    }

    private Executed with(Past other) {
      return with(other, roster, touchedBy, approval);
    }

    Executed with(Roster changed) {
      return with(past, changed, touchedBy, approval);
    }

    Executed voiding(Optional<Approval> first) {
      return with(past, roster, touchedBy, first);
    }

    /** The same, worked on by somebody; old events do not say by whom. */
    Executed by(@Nullable String account) {
      return account == null ? this : with(past, roster, touchedByAlso(Set.of(account)), approval);
    }

    private Set<String> touchedByAlso(Set<String> hands) {
      Set<String> more = new HashSet<>(touchedBy);
      more.addAll(hands);
      return more;
    }

    /** The latest of its task again: those who drew its teams anew, in vain, had a hand in it. */
    Executed latestAfter(Past voided, Set<String> hands) {
      return with(voided.before(this), roster, touchedByAlso(hands), approval);
    }

    /** Its teams were drawn again, and that round was voided. */
    boolean isBehindVoidedTeams() {
      return past.rounds() > frame.round();
    }

    private Executed with(Past before, Roster now, Set<String> hands, Optional<Approval> first) {
      return new Executed(
          frame,
          before,
          commit,
          commitHash,
          result,
          resultHash,
          certificate,
          salt,
          executedOn,
          now,
          hands,
          terms,
          observed,
          first);
    }

    /** Everybody who is visited and by whom, also where no team could be found. */
    Map<String, List<String>> visits() {
      Map<String, List<String>> visits = new TreeMap<>(roster.teams());
      if (result.infeasible().isPresent()) {
        result.selected().forEach(subject -> visits.put(subject, List.of()));
      }
      return visits;
    }

    /** The infeasible draw whose teams this one drew again, if so. */
    public Optional<Executed> parent() {
      return frame.continues() == null ? Optional.empty() : Optional.of(past.ended().getLast());
    }

    /** The alternates of each stratum, of the parent where only teams were drawn. */
    public List<DrawResult.Alternates> alternates() {
      return result
          .drawn()
          .or(() -> parent().flatMap(p -> p.result.drawn()))
          .map(DrawResult.Drawn::alternates)
          .orElse(List.of());
    }
  }

  /** Who approved a void, and why. */
  record Approval(String by, String reason) {}

  /**
   * A draw that stands, with a later round behind it: of an earlier batch, or one whose teams were
   * drawn again and voided. It can be voided, and its people replaced.
   */
  default Optional<Executed> earlier(String drawId) {
    boolean isBehind = this instanceof Executed e && e.isBehindVoidedTeams() && isAbout(drawId);
    return isBehind || past().standing().contains(drawId) ? executed(drawId) : Optional.empty();
  }

  /** Every executed and opened draw of the task that was neither voided nor drawn on. */
  default List<Executed> standing() {
    return Stream.concat(
            past().ended().stream().filter(d -> past().standing().contains(d.frame().drawId())),
            this instanceof Executed draw ? Stream.of(draw) : Stream.empty())
        .toList();
  }

  /** The same with another past. */
  default TaskDraws withPast(Past other) {
    return switch (this) {
      case Undrawn undrawn -> new Undrawn(other);
      case Frozen f -> new Frozen(f.frame, other, f.preparation, f.approval);
      case Committed c -> c.with(other, c.observed, c.approval);
      case Sealed(var draw, var approval) -> new Sealed(draw.with(other), approval);
      case Executed executed -> executed.with(other);
    };
  }

  /** The frame of the draw under way or done. */
  default Optional<FrozenFrame> current() {
    return switch (this) {
      case Undrawn undrawn -> Optional.empty();
      case Frozen frozen -> Optional.of(frozen.frame);
      case Committed committed -> Optional.of(committed.frame);
      case Sealed sealed -> Optional.of(sealed.draw.frame);
      case Executed executed -> Optional.of(executed.frame);
    };
  }

  /** The draw under way or done, where its id is this one. */
  default boolean isAbout(String drawId) {
    return current().filter(f -> f.drawId().equals(drawId)).isPresent();
  }

  /** The draw under way, or one of an earlier batch that was not voided. */
  default boolean stands(String drawId) {
    return isAbout(drawId) || earlier(drawId).isPresent();
  }

  /** What earlier rounds left behind. */
  Past past();

  /** The batch of the plan a freeze would begin, or the one under way; from 1. */
  default int batch() {
    return past().batches() + (this instanceof Executed ? 2 : 1);
  }

  /** Batches that are drawn, with the one whose draw is under way. */
  default int drawnBatches() {
    return past().batches() + (this instanceof Undrawn ? 0 : 1);
  }

  /** The round a freeze would begin; from 1 without gaps. */
  default int nextRound() {
    return Math.max(current().map(FrozenFrame::round).orElse(0), past().rounds()) + 1;
  }

  /** An executed and opened draw of this task, also one that was voided or continued since. */
  default Optional<Executed> executed(String drawId) {
    return this instanceof Executed executed && isAbout(drawId)
        ? Optional.of(executed)
        : past().ended().stream().filter(e -> e.frame.drawId().equals(drawId)).findFirst();
  }
}
