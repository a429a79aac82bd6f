package cn.doublerandom.draw.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a commit and its entropy to the result: everything after the entropy is arithmetic. */
public final class DrawComputation {
  /** Most inspectors of a draw. */
  public static final int MAX_INSPECTORS = TeamDraw.MAX_INSPECTORS;

  private static final byte[] NO_SEAL = {};

  private DrawComputation() {}

  /**
   * A result and the proof that its teams are optimal.
   *
   * @param certificate absent where the teams are infeasible
   */
  public record Outcome(DrawResult result, Optional<Map<String, Object>> certificate) {}

  /** Draws subjects and teams in the open. */
  public static Outcome draw(Commit commit, FrozenLists lists, Entropy.Reveal entropy) {
    return draw(commit, lists, entropy, Optional.empty(), List.of(), Progress.UNSEEN);
  }

  /**
   * Draws what the commit says.
   *
   * @param vrfProof in sealed mode, 160 hex digits
   * @param knownSelection the parent's selection where only teams are drawn
   * @param progress sees the teams being drawn
   * @throws IllegalArgumentException where the entropy does not fit the commit
   */
  public static Outcome draw(
      Commit commit,
      FrozenLists lists,
      Entropy.Reveal entropy,
      Optional<String> vrfProof,
      List<String> knownSelection,
      Progress progress) {
    byte[] r = Fulfilment.bytes(commit.entropy(), entropy, commit.executeBy());
    byte[] seal = vrfProof.map(p -> Hashes.sha256(Vrf.beta(Hashes.bytes(p)))).orElse(NO_SEAL);
    Seed seed = Seed.of(commit.hash(), r, seal);
    Optional<Sampling.Sample> sample =
        commit.stage() instanceof Commit.Stage.Whole whole
            ? Optional.of(new Sampling(whole, lists.frame()).draw(seed))
            : Optional.empty();
    List<String> selected = sample.map(Sampling.Sample::selected).orElse(knownSelection);
    TeamDraw.Outcome teams =
        new TeamDraw(selected, lists.inspectors(), lists.recusals(), commit.slots(), seed, progress)
            .draw();
    Optional<DrawResult.Drawn> drawn =
        sample.map(s -> new DrawResult.Drawn(s.allocation(), s.alternates()));
    return switch (teams) {
      case TeamDraw.Outcome.Teams(var members, var certificate) ->
          new Outcome(
              new DrawResult(
                  commit.hash(),
                  entropy,
                  vrfProof,
                  seed,
                  drawn,
                  selected,
                  members,
                  Optional.empty()),
              Optional.of(certificate));
      case TeamDraw.Outcome.Lacking(var infeasible) ->
          new Outcome(
              new DrawResult(
                  commit.hash(),
                  entropy,
                  vrfProof,
                  seed,
                  drawn,
                  selected,
                  List.of(),
                  Optional.of(infeasible)),
              Optional.empty());
    };
  }

  /**
   * A draw nobody will ever make.
   *
   * @param infeasible what its teams lack, if anything
   */
  public record Trial(
      int size,
      List<DrawResult.Allocation> allocation,
      Optional<DrawResult.Infeasible> infeasible) {}

  /**
   * Sizes and feasibility before anything is committed, by a seed that says nothing of the real.
   *
   * @param progress sees the teams being drawn
   */
  public static Trial trial(
      Commit.Stage.Whole rules, FrozenLists lists, List<List<String>> slots, Progress progress) {
    Seed seed = new Seed(Hashes.hex(Hashes.tagged("trial")));
    Sampling.Sample sample = new Sampling(rules, lists.frame()).draw(seed);
    return new Trial(
        sample.selected().size(),
        sample.allocation(),
        lacking(sample.selected(), lists, slots, seed, progress));
  }

  /** What the teams of a selection that is known already would lack, if anything. */
  public static Optional<DrawResult.Infeasible> trial(
      List<String> selected, FrozenLists lists, List<List<String>> slots, Progress progress) {
    return lacking(selected, lists, slots, new Seed(Hashes.hex(Hashes.tagged("trial"))), progress);
  }

  private static Optional<DrawResult.Infeasible> lacking(
      List<String> selected,
      FrozenLists lists,
      List<List<String>> slots,
      Seed seed,
      Progress progress) {
    return new TeamDraw(selected, lists.inspectors(), lists.recusals(), slots, seed, progress)
        .lacking();
  }

  /**
   * What a sealed draw's proof is about: {@code commitHash ‖ R}.
   *
   * @throws IllegalArgumentException where the entropy does not fit the commit
   */
  public static byte[] alpha(Commit commit, Entropy.Reveal entropy) {
    byte[] r = Fulfilment.bytes(commit.entropy(), entropy, commit.executeBy());
    byte[] hash = Hashes.bytes(commit.hash());
    byte[] alpha = Arrays.copyOf(hash, hash.length + r.length);
    System.arraycopy(r, 0, alpha, hash.length, r.length);
    return alpha;
  }

  /** Whether what came fits what was promised. */
  public static boolean fits(Commit commit, Entropy.Reveal entropy) {
    try {
      return Fulfilment.bytes(commit.entropy(), entropy, commit.executeBy()).length > 0;
    } catch (IllegalArgumentException unfit) {
      return false;
    }
  }

  /** Expected numbers by stratum, in the order of the rules (protocol §5, step 2). */
  public static List<Ratio> expected(Commit.Stage.Whole rules, List<FrameEntry> frame) {
    Sampling sampling = new Sampling(rules, frame);
    return sampling.expected(sampling.size());
  }

  /** How many would be drawn, before anything is committed. */
  public static int size(Commit.Stage.Whole rules, List<FrameEntry> frame) {
    return new Sampling(rules, frame).size();
  }
}
