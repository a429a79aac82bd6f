package cn.doublerandom.registry.application;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.exchange.Different;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the other side of an exchange holds with the register. */
@ApplicationScoped
public class Reconciling {
  private static final int PAGE = 1_000;
  private static final int MAX_COMPARED = 500_000;

  private final SubjectDirectory directory;
  private final RegisterTables tables;

  @Inject
  Reconciling(SubjectDirectory directory, RegisterTables tables) {
    this.directory = directory;
    this.tables = tables;
  }

  /**
   * Both sides compared.
   *
   * @param differences those of the register by id, then those it does not have
   */
  public record Compared(long here, long there, List<Different> differences) {}

  /** Compares; blocks. */
  public Compared compare(Path file) throws IOException {
    Map<String, String> there = told(tables.hashes(file));
    long told = there.size();
    List<Different> differences = new ArrayList<>();
    long here = 0;
    String after = "";
    while (true) {
      String last = after;
      List<SubjectDirectory.Entry> page = Reading.await(() -> directory.page(last, PAGE));
      if (page.isEmpty()) {
        break;
      }
      for (SubjectDirectory.Entry row : page) {
        String id = row.details().id();
        String hash = there.remove(id);
        if (hash == null) {
          differences.add(new Different(id, Different.Difference.MISSING_THERE));
        } else if (!hash.equals(Telling.of(row).hash())) {
          differences.add(new Different(id, Different.Difference.DIFFERENT));
        }
      }
      here += page.size();
      after = page.getLast().details().id();
    }
    there.keySet().stream()
        .sorted()
        .forEach(id -> differences.add(new Different(id, Different.Difference.MISSING_HERE)));
    return new Compared(here, told, differences);
  }

  /** Row by row, so that a file too large to compare is refused before it fills the memory. */
  private static Map<String, String> told(SentTable<ToldHash> table) throws IOException {
    Map<String, String> there = new HashMap<>();
    List<RowFault> faults = new ArrayList<>();
    table.scan(
        new Table.Sink<>() {
          @Override
          public void row(int number, ToldHash told) {
            if (there.size() >= MAX_COMPARED) {
              throw new ProblemException(RegistryRejection.TOO_MUCH_TO_COMPARE);
            }
            there.put(told.id(), told.hash());
          }

          @Override
          public void faults(int number, List<RowFault> found) {
            if (faults.size() < Table.MAX_TOLD) {
              faults.addAll(found);
            }
          }
        });
    if (!faults.isEmpty()) {
      throw Table.refusal(faults, faults.size());
    }
    return there;
  }
}
