package cn.doublerandom.verifier;

import static cn.doublerandom.verifier.Code.ALLOCATION;
import static cn.doublerandom.verifier.Code.ALTERNATES;
import static cn.doublerandom.verifier.Code.COMMIT_HASH;
import static cn.doublerandom.verifier.Code.FRAME_ORDER;
import static cn.doublerandom.verifier.Code.FRAME_ROOT;
import static cn.doublerandom.verifier.Code.INSPECTOR_ROOT;
import static cn.doublerandom.verifier.Code.PARENT_RESULT;
import static cn.doublerandom.verifier.Code.RECUSAL_ROOT;
import static cn.doublerandom.verifier.Code.RESULT_HASH;
import static cn.doublerandom.verifier.Code.SEED;
import static cn.doublerandom.verifier.Code.SELECTION;
import static cn.doublerandom.verifier.Code.VRF_PROOF;

import cn.doublerandom.verifier.Bundle.Inspector;
import cn.doublerandom.verifier.Bundle.Recusal;
import cn.doublerandom.verifier.Bundle.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recomputes one bundle in the order of protocol §9; the first thing wrong is thrown. */
final class Check {
  private Check() {}

  static void bundle(Bundle b) {
    Commit commit = b.commit();
    String commitHash = Hash.hex(Hash.tagged("commit", Json.canonical(commit.raw())));
    must(b.commitHash().equals(commitHash), COMMIT_HASH, "the commit hashes to " + commitHash);
    must(b.result().commitHash().equals(commitHash), COMMIT_HASH, "result of another commit");
    if (commit.teamsOnly()) {
      parent(b);
    } else {
      frame(b);
    }
    lists(b);
    byte[] entropy = Entropy.check(commit, b.result().entropy());
    byte[] seed = seed(b, entropy);
    if (commit.teamsOnly()) {
      must(
          b.result().selected().equals(b.parent().result().selected()),
          SELECTION,
          "the selection is not the parent's");
    } else {
      Selection selection = Selection.of(commit, b.frame(), seed);
      must(b.result().allocation().equals(selection.allocation()), ALLOCATION, "numbers differ");
      must(b.result().selected().equals(selection.selected()), SELECTION, "other subjects follow");
      must(b.result().alternates().equals(selection.alternates()), ALTERNATES, "others follow");
    }
    new TeamCheck(b).check();
    String resultHash = Hash.hex(Hash.tagged("result", Json.canonical(b.rawResult())));
    must(b.resultHash().equals(resultHash), RESULT_HASH, "the result hashes to " + resultHash);
  }

  private static void frame(Bundle b) {
    must(
        Bundle.ascending(b.frame().stream().map(Subject::id).toList()),
        FRAME_ORDER,
        "the frame is not strictly ascending");
    must(
        b.frame().size() == b.commit().frameSize()
            && Hash.hex(Hash.tree(b.frameLeaves())).equals(b.commit().frameRoot()),
        FRAME_ROOT,
        "the frame is not the committed one");
  }

  private static void lists(Bundle b) {
    Commit commit = b.commit();
    must(
        Bundle.ascending(b.inspectors().stream().map(Inspector::id).toList())
            && b.inspectors().stream().allMatch(i -> Bundle.ascending(i.tags()))
            && b.inspectors().size() == commit.inspectorCount()
            && Hash.hex(Hash.tree(b.inspectorLeaves())).equals(commit.inspectorRoot()),
        INSPECTOR_ROOT,
        "the inspectors are not the committed ones");
    must(
        ascendingRecusals(b.recusals())
            && b.recusals().size() == commit.recusalCount()
            && Hash.hex(Hash.tree(b.recusalLeaves())).equals(commit.recusalRoot()),
        RECUSAL_ROOT,
        "the recusals are not the committed ones");
  }

  private static boolean ascendingRecusals(List<Recusal> recusals) {
    for (int i = 1; i < recusals.size(); i++) {
      Recusal a = recusals.get(i - 1);
      Recusal b = recusals.get(i);
      int order = Hash.compareUtf8(a.subject(), b.subject());
      if (order > 0 || (order == 0 && Hash.compareUtf8(a.inspector(), b.inspector()) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] seed(Bundle b, byte[] entropy) {
    byte[] commitHash = Hash.bytes(b.commitHash());
    byte[] sealed = new byte[0];
    if (b.commit().sealed()) {
      byte[] alpha = new byte[commitHash.length + entropy.length];
      System.arraycopy(commitHash, 0, alpha, 0, commitHash.length);
      System.arraycopy(entropy, 0, alpha, commitHash.length, entropy.length);
      sealed =
          Vrf.beta(Hash.bytes(b.commit().vrfKey()), alpha, Hash.bytes(b.result().vrfProof()))
              .map(beta -> Hash.sha256(beta))
              .orElseThrow(() -> new Refused(VRF_PROOF, "the proof does not hold for the key"));
    }
    byte[] seed = Hash.tagged("seed", commitHash, entropy, sealed);
    must(b.result().seed().equals(Hash.hex(seed)), SEED, "the seed is " + Hash.hex(seed));
    return seed;
  }

  /** What a teams-only draw may not change, because its selection is already known (§3). */
  private static void parent(Bundle b) {
    Bundle parent = b.parent();
    try {
      bundle(parent);
    } catch (Refused e) {
      throw new Refused(PARENT_RESULT, "the parent is wrong: " + e.code + ", " + e.getMessage());
    }
    Commit commit = b.commit();
    Commit before = parent.commit();
    must(parent.resultHash().equals(commit.continues()), PARENT_RESULT, "continues another draw");
    must(parent.result().infeasible() != null, PARENT_RESULT, "the parent was not infeasible");
    must(
        commit.planId().equals(before.planId())
            && commit.taskId().equals(before.taskId())
            && commit.region().equals(before.region())
            && commit.sealed() == before.sealed()
            && commit.slots().equals(before.slots())
            && commit.round() == before.round() + 1,
        PARENT_RESULT,
        "plan, task, region, mode, slots or round are not those of the parent");
    Map<String, Inspector> now = new HashMap<>();
    b.inspectors().forEach(i -> now.put(i.id(), i));
    Set<String> known = new HashSet<>();
    for (Inspector old : parent.inspectors()) {
      known.add(old.id());
      Inspector same = now.get(old.id());
      must(
          same != null
              && same.load() == old.load()
              && same.cap() >= old.cap()
              && new HashSet<>(same.tags()).containsAll(old.tags()),
          PARENT_RESULT,
          old.id() + " is gone or weaker than in the parent");
    }
    must(
        b.recusals().stream()
            .filter(r -> known.contains(r.inspector()))
            .toList()
            .equals(parent.recusals()),
        PARENT_RESULT,
        "recusals of the parent's inspectors changed");
  }

  private static void must(boolean holds, Code code, String why) {
    Refused.unless(holds, code, why);
  }
}
