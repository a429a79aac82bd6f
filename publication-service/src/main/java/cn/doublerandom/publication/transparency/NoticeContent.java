package cn.doublerandom.publication.transparency;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.BulletinWithdrawal;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.PlanVersion;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.notice.SubjectReplacement;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import java.util.List;
import java.util.Optional;

/**
 * What one version of a notice said, as canonical JSON (RFC 8785).
 *
 * <p>Invariant: the same version gives the same text for ever; a leaf keeps its hash and nobody
 * keeps the text. What is to be said otherwise gets another form ({@link NoticeLeaf#FORM}) and
 * leaves the old one as it is.
 *
 * @param version see {@link NoticeLeaf#version}
 * @param text of which the leaf keeps the hash
 */
public record NoticeContent(NoticeKind kind, long version, String text) {
  /** Of a plan, a programme, a bulletin or a draw; nothing of what else is noted. */
  public static Optional<NoticeContent> of(NoticeKind kind, Noted noted, long told, String nonce) {
    return switch (noted) {
      case PlanNotice plan ->
          Optional.of(made(kind, plan.number(), nonce, plan(plan, plan.asVersion())));
      case ProgrammeNotice programme ->
          Optional.of(made(kind, version(programme), nonce, programme(programme)));
      case BulletinNotice bulletin -> Optional.of(bulletin(kind, bulletin, nonce));
      case BulletinWithdrawal asked -> Optional.of(bulletin(kind, asked.notice(), nonce));
      case DrawNotice draw ->
          Optional.of(made(kind, kind == NoticeKind.COMMITMENT ? 1 : told, nonce, draw(draw)));
      case PlanAlarm alarm -> Optional.empty();
      case KnownSubject subject -> Optional.empty();
      case Anchor anchor -> Optional.empty();
    };
  }

  /**
   * Of the last version of a result: as it is public, or that it was withdrawn or is over; nothing
   * of one that is not public.
   */
  public static Optional<NoticeContent> of(ResultNotice notice, String nonce) {
    ResultNotice.Published p = notice.published();
    if (p == null) {
      return Optional.empty();
    } else if (p.withdrawn() != null) {
      return Optional.of(
          made(NoticeKind.RESULT, p.version() + 1L, nonce, withdrawn(notice, p, p.withdrawn())));
    } else if (notice.ended().isPresent()) {
      Ending ending = notice.ended().get();
      return Optional.of(
          made(NoticeKind.RESULT, ending.version() + 1L, nonce, ended(notice, p, ending)));
    }
    ResultContent now = notice.content();
    return Optional.of(
        made(
            NoticeKind.RESULT,
            p.version(),
            nonce,
            published(
                notice, p, new Found(now.codes(), now.findings(), p.versionsBefore().size()))));
  }

  /**
   * Of a version that everybody may still read beside a later one; nothing where the result was
   * withdrawn or is over, or has no such version.
   */
  public static Optional<NoticeContent> former(ResultNotice notice, long version, String nonce) {
    ResultNotice.Published p = notice.published();
    if (p == null || !notice.holds() || version > p.versionsBefore().size()) {
      return Optional.empty();
    }
    FormerResult was = p.versionsBefore().get((int) version - 1);
    return Optional.of(
        made(
            NoticeKind.RESULT,
            version,
            nonce,
            published(notice, p, new Found(was.codes(), was.findings(), (int) version - 1))));
  }

  /** The same of a plan. */
  public static Optional<NoticeContent> former(PlanNotice plan, long version, String nonce) {
    return plan.versionsBefore().stream()
        .filter(was -> was.number() == version)
        .findFirst()
        .map(was -> made(NoticeKind.PLAN, version, nonce, plan(plan, was)));
  }

  /** What was promised before a draw, whatever became of it. */
  public static NoticeContent promised(DrawNotice draw, String nonce) {
    return made(
        NoticeKind.COMMITMENT,
        1,
        nonce,
        draw(
            DrawNotice.committed(
                draw.drawId(),
                draw.planId(),
                draw.taskId(),
                draw.round(),
                draw.frameSize(),
                draw.commitHash(),
                draw.executeBy(),
                draw.together(),
                null,
                draw.excludedByHand(),
                null)));
  }

  /**
   * What was found as it was public in one version.
   *
   * @param before versions before it
   */
  private record Found(List<String> codes, List<ResultContent.Finding> findings, int before) {}

  /** Its second version says that it holds no more, and nothing of its numbers. */
  private static NoticeContent bulletin(NoticeKind kind, BulletinNotice bulletin, String nonce) {
    BulletinNotice.Withdrawn withdrawn = bulletin.withdrawn();
    return withdrawn == null
        ? made(kind, 1, nonce, BulletinMembers.of(bulletin))
        : made(kind, 2, nonce, BulletinMembers.withdrawn(bulletin, withdrawn));
  }

  private static NoticeContent made(NoticeKind kind, long version, String nonce, Members members) {
    members.put("kind", kind.word());
    members.put("version", version);
    members.put("nonce", nonce);
    return new NoticeContent(kind, version, CanonicalJson.text(members.said));
  }

  private static long version(ProgrammeNotice programme) {
    return 1L + (programme.formerly() == null ? 0 : programme.formerly().size());
  }

  private static Members plan(PlanNotice plan, PlanVersion version) {
    return new Members()
        .put("id", plan.planKey())
        .put("issuer", plan.issuer())
        .put("title", version.title())
        .put("documentNumber", version.documentNumber())
        .put("tableDate", version.tableDate())
        .put("publishedOn", version.publishedOn())
        .put("reason", version.reason())
        .put("tasks", version.tasks().stream().map(task -> task(task).said).toList());
  }

  private static Members task(PlanTask task) {
    return new Members()
        .put("planNumber", task.planNumber())
        .put("planName", task.planName())
        .put("taskNumber", task.taskNumber())
        .put("taskName", task.taskName())
        .put("drawType", task.drawType())
        .put("rate", task.rate())
        .put("items", task.items())
        .put("scope", task.scope())
        .put("leadUnit", task.leadUnit())
        .put("jointUnit", task.jointUnit())
        .put("drawPeriod", task.drawPeriod())
        .put("from", task.from())
        .put("to", task.to())
        .put("batches", task.batches());
  }

  private static Members programme(ProgrammeNotice programme) {
    return new Members()
        .put("id", programme.programmeId())
        .put("planKey", programme.planKey())
        .put("planId", programme.planId())
        .put("taskId", programme.taskId())
        .put("batch", programme.batch())
        .put("title", programme.title())
        .put("documentNumber", programme.documentNumber())
        .put("items", programme.items())
        .put("checkFrom", programme.checkFrom())
        .put("checkTo", programme.checkTo())
        .put("teams", programme.teams())
        .put("approvedOn", programme.approvedOn())
        .put("publishedOn", programme.publishedOn());
  }

  /** By the ids of those it names; what they are called is told by the register. */
  private static Members draw(DrawNotice draw) {
    return new Members()
        .put("id", draw.drawId())
        .put("planId", draw.planId())
        .put("taskId", draw.taskId())
        .put("round", draw.round())
        .put("phase", draw.phase())
        .put("frameSize", draw.frameSize())
        .put("commitHash", draw.commitHash())
        .put("executeBy", draw.executeBy())
        .put("sealHash", draw.sealing() == null ? null : draw.sealing().hash())
        .put("drawn", draw.drawn())
        .put("resultHash", draw.resultHash())
        .put("selected", draw.selected())
        .put("executedOn", draw.executedOn())
        .put("teamsOf", draw.teamsOf())
        .put("overdueSince", draw.overdueSince())
        .put("voidReason", draw.voidReason())
        .put("replaced", draw.replaced().stream().map(one -> replaced(one).said).toList())
        .put(
            "excluded",
            draw.excluded().stream()
                .map(one ->
                    new Members().put("subject", one.subject()).put("reason", one.reason()).said)
                .toList());
  }

  private static Members replaced(SubjectReplacement one) {
    return new Members()
        .put("subject", one.subject())
        .put("alternate", one.alternate())
        .put("reason", one.reason())
        .put("on", one.on())
        .put("undone", one.undone());
  }

  private static Members published(ResultNotice notice, ResultNotice.Published p, Found found) {
    FormerResult before = found.before() == 0 ? null : p.versionsBefore().get(found.before() - 1);
    return result(notice, p)
        .put("subjectName", p.subjectName())
        .put("unit", notice.content().unit())
        .put("finishedOn", notice.content().finishedOn())
        .put("dueOn", notice.content().dueOn())
        .put("windowTo", notice.windowTo())
        .put("publishedOn", p.on())
        .put("onTime", p.onTime() ? "yes" : "no")
        .put("codes", found.codes())
        .put("items", found.findings().stream().map(one -> item(one).said).toList())
        .put("state", before == null ? "VALID" : "CORRECTED")
        .put("since", before == null ? p.on() : before.until())
        .put("reason", before == null ? null : before.reason());
  }

  /** That it holds no more, and nothing of what was found. */
  private static Members withdrawn(
      ResultNotice notice, ResultNotice.Published p, ResultNotice.Withdrawal withdrawn) {
    return result(notice, p)
        .put("state", "WITHDRAWN")
        .put("since", withdrawn.on())
        .put("reason", withdrawn.reason());
  }

  /** That its time is over, and the hash of what stood there. */
  private static Members ended(ResultNotice notice, ResultNotice.Published p, Ending ending) {
    return result(notice, p)
        .put("state", "ENDED")
        .put("since", ending.on())
        .put("reason", ending.cause())
        .put("contentHash", ending.contentHash());
  }

  private static Members result(ResultNotice notice, ResultNotice.Published p) {
    ResultContent c = notice.content();
    return new Members()
        .put("id", c.resultId())
        .put("drawId", c.drawId())
        .put("planId", c.planId())
        .put("taskId", c.taskId())
        .put("subjectId", c.subjectId())
        .put("indexNumber", p.indexNumber());
  }

  private static Members item(ResultContent.Finding finding) {
    return new Members()
        .put("code", finding.itemCode())
        .put("name", finding.itemName())
        .put("codes", finding.codes());
  }
}
