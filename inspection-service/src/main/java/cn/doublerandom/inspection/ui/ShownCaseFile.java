package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseSeal;
import cn.doublerandom.inspection.archive.CaseVisit;
import cn.doublerandom.inspection.archive.Completeness;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.pagekit.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case file as its page shows it.
 *
 * @param names of those who were visited, by code
 * @param scanned hashes of the papers whose scans are there
 */
public record ShownCaseFile(
    String draw,
    CaseFile file,
    List<CaseVisit> visits,
    Map<String, String> names,
    Set<String> scanned,
    Officer reader) {
  private static final int MOST_LINES = 50;
  private static final int GROUP = 4;

  public boolean isOpen() {
    return file.archivedOn().isEmpty();
  }

  public @Nullable LocalDate archivedOn() {
    return file.archivedOn().orElse(null);
  }

  public @Nullable CaseSeal seal() {
    return file.seal().orElse(null);
  }

  /** The bundle's hash as two people compare it. */
  public String spaced() {
    return file.seal()
        .map(seal -> seal.sha256().replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1 "))
        .orElse("");
  }

  /** A line of what is missing. */
  public record Line(String chinese, String english) {}

  /** What is missing, with the names of those who were visited. */
  public List<Line> missing() {
    return Completeness.of(file, visits).stream()
        .limit(MOST_LINES)
        .map(one -> {
          String name = nameOf(one.subject());
          return new Line(one.chinese(name), one.english(name));
        })
        .toList();
  }

  /** How many of them are not shown. */
  public int more() {
    return Math.max(0, Completeness.of(file, visits).size() - MOST_LINES);
  }

  public List<Paper> papers() {
    return List.copyOf(file.all());
  }

  /** Whether the scan of a paper can be read; one that was filed by its hash alone cannot. */
  public boolean has(Paper paper) {
    return files() && scanned.contains(paper.sha256());
  }

  /** Name of who was visited, or his code. */
  public String nameOf(String subject) {
    return names.getOrDefault(subject, subject);
  }

  public String visit(CaseVisit visit) {
    return draw + "-" + visit.subject();
  }

  /** Whom a paper may be of. */
  public List<Choice> subjects() {
    return visits.stream().map(v -> new Choice(v.subject(), nameOf(v.subject()))).toList();
  }

  /** Whether the reader may file papers of one of its visits. */
  public boolean files() {
    return visits.stream().anyMatch(v -> reader.files(v.inspectors(), v.units()));
  }
}
