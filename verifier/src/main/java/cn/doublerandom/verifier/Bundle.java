package cn.doublerandom.verifier;

import static cn.doublerandom.verifier.Code.PROTOCOL_UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bundle (protocol §8) with the shape of every member checked and nothing yet recomputed. */
record Bundle(
    Commit commit,
    String commitHash,
    Bundle parent,
    List<Subject> frame,
    List<?> frameLeaves,
    List<Inspector> inspectors,
    List<?> inspectorLeaves,
    List<Recusal> recusals,
    List<?> recusalLeaves,
    Result result,
    Object rawResult,
    Certificate certificate,
    String resultHash) {

  /** {@code excluded} is null where the subject may be drawn. */
  record Subject(String id, String stratum, String excluded) {}

  record Inspector(String id, List<String> tags, long load, long cap) {}

  record Recusal(String subject, String inspector, String reason) {}

  record Team(String subject, List<String> inspectors) {}

  record Allocated(String stratum, long inScope, long eligible, String expected, long drawn) {}

  record Alternates(String stratum, List<String> ids) {}

  record Slot(String subject, long slot) {}

  record Infeasible(long missing, List<Slot> slots) {}

  record Result(
      String commitHash,
      Entropy.Revealed entropy,
      String vrfProof,
      String seed,
      List<Allocated> allocation,
      List<String> selected,
      List<Alternates> alternates,
      List<Team> teams,
      Infeasible infeasible) {}

  static Bundle read(Object json) {
    Fields f = Fields.of(json, "bundle");
    String protocol = f.text("protocol");
    Refused.unless(protocol.equals("double-random/1"), PROTOCOL_UNKNOWN, "protocol is " + protocol);
    return read(f);
  }

  private static Bundle read(Fields f) {
    Commit commit = Commit.read(f.take("commit"), f.path + ".commit");
    List<?> frameLeaves = commit.teamsOnly() ? List.of() : f.list("frame");
    Object rawResult = f.take("result");
    Result result = result(Fields.of(rawResult, f.path + ".result"), commit);
    var bundle =
        new Bundle(
            commit,
            f.hex("commitHash", 32),
            commit.teamsOnly() ? parent(f) : null,
            commit.teamsOnly() ? List.of() : f.objects("frame", (s, i) -> subject(s)),
            frameLeaves,
            f.objects("inspectors", (s, i) -> inspector(s)),
            f.list("inspectors"),
            f.objects("recusals", (s, i) -> recusal(s)),
            f.list("recusals"),
            result,
            rawResult,
            f.has("certificate") ? Certificate.read(f.object("certificate")) : null,
            f.hex("resultHash", 32));
    if (commit.sealed()) {
      f.hex("salt", 32);
    }
    f.must(
        bundle.certificate == null || result.infeasible == null,
        "certificate",
        "is absent where the teams are infeasible");
    f.end();
    if (!commit.teamsOnly()) {
      bundle.checkStrata(f);
    }
    return bundle;
  }

  private static Bundle parent(Fields f) {
    Fields parent = f.object("parent");
    Object protocol = parent.take("protocol");
    parent.must("double-random/1".equals(protocol), "protocol", "must be double-random/1");
    // A continuation may be continued no further (§2: once), so a parent has no parent.
    Commit commit = Commit.read(parent.take("commit"), parent.path + ".commit");
    Refused.unless(
        !commit.teamsOnly(), Code.PARENT_RESULT, "the parent is itself a teams-only draw");
    return read(parent);
  }

  private void checkStrata(Fields f) {
    Map<String, Commit.Stratum> strata = new TreeMap<>();
    commit.strata().forEach(s -> strata.put(s.name(), s));
    boolean drawable = false;
    for (Subject subject : frame) {
      Commit.Stratum stratum = strata.get(subject.stratum);
      f.must(stratum != null, "frame", "has a stratum the commit does not list");
      drawable |= stratum.num() > 0 && subject.excluded == null;
    }
    f.must(drawable, "frame", "has nobody who may be drawn at a rate above 0");
  }

  private static Subject subject(Fields s) {
    return new Subject(
        s.id("id"), s.id("stratum"), s.has("excluded") ? s.filled("excluded") : null);
  }

  private static Inspector inspector(Fields s) {
    return new Inspector(
        s.id("id"),
        s.ids("tags"),
        s.number("load", 0, Fields.MILLION),
        s.number("cap", 0, Fields.MILLION));
  }

  private static Recusal recusal(Fields s) {
    return new Recusal(s.id("subject"), s.id("inspector"), s.filled("reason"));
  }

  private static Result result(Fields f, Commit commit) {
    boolean whole = !commit.teamsOnly();
    var result =
        new Result(
            f.hex("commitHash", 32),
            Entropy.Revealed.read(f.object("entropy"), f.take("entropy"), commit.entropy().kind()),
            commit.sealed() ? f.hex("vrfProof", 80) : null,
            f.hex("seed", 32),
            whole ? f.objects("allocation", (a, i) -> allocated(a)) : List.of(),
            f.ids("selected"),
            whole
                ? f.objects("alternates", (a, i) -> new Alternates(a.id("stratum"), a.ids("ids")))
                : List.of(),
            f.objects("teams", (t, i) -> new Team(t.id("subject"), t.ids("inspectors"))),
            f.has("infeasible") ? infeasible(f.object("infeasible")) : null);
    f.end();
    return result;
  }

  private static Allocated allocated(Fields a) {
    String expected = a.text("expected");
    a.must(expected.matches("(0|[1-9][0-9]{0,39})/[1-9][0-9]{0,39}"), "expected", "must be n/d");
    return new Allocated(
        a.id("stratum"),
        a.number("inScope", 0, Long.MAX_VALUE),
        a.number("eligible", 0, Long.MAX_VALUE),
        expected,
        a.number("drawn", 0, Long.MAX_VALUE));
  }

  private static Infeasible infeasible(Fields f) {
    var infeasible =
        new Infeasible(
            f.number("missing", 0, Long.MAX_VALUE),
            f.objects("slots", (s, i) -> new Slot(s.id("subject"), s.number("slot", 0, 15))));
    f.end();
    return infeasible;
  }

  static boolean ascending(List<String> ids) {
    for (int i = 1; i < ids.size(); i++) {
      if (Hash.compareUtf8(ids.get(i - 1), ids.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
