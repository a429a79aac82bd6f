package cn.doublerandom.inspection.archive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 卷宗: the papers of one draw.
 *
 * @param papers by place
 * @param archivedOn from then on nothing is added or exchanged
 * @param seal of its bundle; absent as long as it is open, and in files archived before there were
 *     bundles
 */
public record CaseFile(
    Map<String, Paper> papers, Optional<LocalDate> archivedOn, Optional<CaseSeal> seal) {
  static final CaseFile EMPTY = new CaseFile(Map.of(), Optional.empty(), Optional.empty());

  public CaseFile {
    papers = new TreeMap<>(papers);
  }

  CaseFile with(Paper paper) {
    Map<String, Paper> more = new TreeMap<>(papers);
    more.put(paper.place(), paper);
    return new CaseFile(more, archivedOn, seal);
  }

  Optional<Paper> find(PaperKind kind, Optional<String> subject) {
    return Optional.ofNullable(papers.get(Paper.place(kind, subject.orElse(null))));
  }

  /** All papers in the order of their kinds. */
  public Collection<Paper> all() {
    return papers.values();
  }
}
