package cn.doublerandom.draw.plan.files;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.plan.PlanSheet;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.PlanPapers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Published plans as documents, made once for each version: anybody may ask for them, and making
 * one takes a hundred times as long as sending it.
 */
@ApplicationScoped
class PlanDocuments implements PlanPapers {
  /** A plan a year, in two forms, for some years; each a few hundred kilobytes at most. */
  private static final int MOST_KEPT = 16;

  private final Map<Edition, byte[]> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Edition, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Edition(String planKey, long version, Form form) {}

  @Override
  public PlanSheet sheet(byte[] file) throws IOException {
    return PlanFiles.sheet(file);
  }

  @Override
  public String html(PlanTable table) {
    return PlanExport.html(table);
  }

  @Override
  public synchronized byte[] of(String planKey, long version, PlanTable table, Form form)
      throws IOException {
    var key = new Edition(planKey, version, form);
    byte[] document = kept.get(key);
    if (document == null) {
      boolean practice = BureauKey.isOfPractice(planKey);
      document =
          switch (form) {
            case XLSX -> PlanExport.xlsx(table, practice);
            case DOCX -> PlanExport.docx(table, practice);
          };
      kept.put(key, document);
    }
    return document.clone();
  }
}
