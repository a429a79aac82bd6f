package cn.doublerandom.inspection.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.archive.CaseBundle;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseSeal;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.servicekit.file.FileType;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 归档: the papers of a draw's visits are printed, put together with the scans that were handed in,
 * and lie sealed like evidence, under the draw's name (ADR 65). All of it blocks.
 */
@ApplicationScoped
class CaseSealing {
  /** What the pages and the mail of the office still take as a scan. */
  private static final Map<FileType, String> ENDINGS =
      Map.of(FileType.PDF, ".pdf", FileType.JPEG, ".jpg", FileType.PNG, ".png");

  private final VisitPapers papers;
  private final EvidenceStore store;
  private final RuleBook rules;

  @Inject
  CaseSealing(VisitPapers papers, EvidenceStore store, RuleBook rules) {
    this.papers = papers;
    this.store = store;
    this.rules = rules;
  }

  /** Under which name the store keeps what belongs to a draw's file. */
  private static String place(String drawId) {
    return "case-file " + drawId;
  }

  /**
   * Keeps a scan under its hash.
   *
   * @return the hash, 64 lowercase hex digits
   */
  String keep(String drawId, byte[] scan) {
    requireStore();
    if (scan.length > Evidence.MOST_BYTES) {
      throw new ProblemException(InspectionRejection.EVIDENCE_TOO_LARGE);
    }
    FileType.of(scan)
        .filter(ENDINGS::containsKey)
        .orElseThrow(() -> new ProblemException(InspectionRejection.SCAN_UNFIT))
        .requireWhole(scan);
    String sha256 = Sha256.hex(scan);
    store.put(place(drawId), sha256, scan);
    return sha256;
  }

  /** Whether a scan was handed in and is there still. */
  boolean holds(String drawId, String sha256) {
    return store.isThere() && store.holds(place(drawId), sha256);
  }

  /** A scan that was handed in, or the bundle; nothing where it was not, or is gone. */
  Optional<byte[]> bytes(String drawId, String sha256) {
    return store.isThere() ? store.get(place(drawId), sha256) : Optional.empty();
  }

  /** Makes the bundle of a complete file and keeps it. */
  CaseSeal sealed(String drawId, CaseFile file, List<PrintedVisit> visits, LocalDate today) {
    requireStore();
    List<CaseBundle.Entry> entries = new ArrayList<>();
    List<CaseBundle.Apart> apart = new ArrayList<>();
    visits.forEach(visit -> printed(visit, entries, apart));
    scanned(drawId, file, entries, apart);
    CaseBundle bundle = CaseBundle.of(drawId, today, entries, apart);
    Optional<Integer> years = rules.caseFileYears(today);
    // 自归档次年 1 月 1 日起计算.
    CaseSeal seal =
        bundle.seal(
            years.map(n -> LocalDate.of(today.getYear() + n, 12, 31)).orElse(null),
            years.isPresent() ? rules.basis(today, RuleKey.CASE_FILE_RETENTION) : null);
    store.put(place(drawId), seal.sha256(), bundle.bytes());
    return seal;
  }

  private void printed(
      PrintedVisit visit, List<CaseBundle.Entry> entries, List<CaseBundle.Apart> apart) {
    String subject = visit.visit().subjectId();
    String folder = "visits/" + plain(subject);
    entries.add(
        new CaseBundle.Entry(
            folder + "/papers.pdf",
            subject,
            "检查材料",
            papers.pdf(visit, PaperPeople.NUMBERS, VisitPapers.Kind.ALL)));
    if (visit.record() != null) {
      entries.add(
          new CaseBundle.Entry(
              folder + "/record.json", subject, "所签检查记录", visit.record().getBytes(UTF_8)));
    }
    visit.evidence().stream()
        .filter(KeptEvidence::stands)
        .forEach(one -> apart.add(new CaseBundle.Apart(subject, "证据", one.evidence().sha256())));
  }

  private void scanned(
      String drawId, CaseFile file, List<CaseBundle.Entry> entries, List<CaseBundle.Apart> apart) {
    long size = 0;
    for (Paper paper : file.all()) {
      Optional<byte[]> scan = bytes(drawId, paper.sha256());
      size += scan.map(bytes -> bytes.length).orElse(0);
      if (scan.isEmpty() || size > CaseBundle.MOST_SCANNED) {
        apart.add(new CaseBundle.Apart(paper.subject(), paper.title(), paper.sha256()));
      } else {
        entries.add(entry(paper, scan.get()));
      }
    }
  }

  private static CaseBundle.Entry entry(Paper paper, byte[] scan) {
    String ending = FileType.of(scan).map(ENDINGS::get).orElse("");
    String folder = paper.subject() == null ? "draw" : "visits/" + plain(paper.subject());
    return new CaseBundle.Entry(
        "%s/%s%s".formatted(folder, paper.kind().name().toLowerCase(java.util.Locale.ROOT), ending),
        paper.subject(),
        paper.title(),
        scan);
  }

  /** A code as a part of a name: what is no letter, digit, dot or dash has its hash. */
  private static String plain(String subject) {
    return subject.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
        ? subject
        : Sha256.hex(subject.getBytes(UTF_8)).substring(0, 16);
  }

  private void requireStore() {
    if (!store.isThere()) {
      throw new ProblemException(InspectionRejection.EVIDENCE_UNAVAILABLE);
    }
  }
}
