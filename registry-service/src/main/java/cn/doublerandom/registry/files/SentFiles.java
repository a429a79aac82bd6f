package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.RegisterTables;
import cn.doublerandom.registry.application.SentTable;
import cn.doublerandom.registry.application.ToldExpert;
import cn.doublerandom.registry.application.ToldHash;
import cn.doublerandom.registry.application.ToldInspector;
import cn.doublerandom.registry.application.ToldRecusal;
import cn.doublerandom.registry.application.ToldRiskClass;
import cn.doublerandom.registry.application.ToldSubject;
import cn.doublerandom.registry.item.ItemDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.LocalDate;

/** The tables of the register in files that lie on disk. */
@ApplicationScoped
class SentFiles implements RegisterTables {
  @Override
  public SentTable<ToldSubject> subjects(Path file, LocalDate today, String codeReason) {
    return new SentFile<>(SubjectTable.of(today, codeReason), file);
  }

  @Override
  public SentTable<ToldRiskClass> riskClasses(Path file, LocalDate today) {
    return new SentFile<>(RiskClassTable.of(today), file);
  }

  @Override
  public SentTable<ToldInspector> inspectors(Path file) {
    return new SentFile<>(InspectorTable.TABLE, file);
  }

  @Override
  public SentTable<ToldRecusal> recusals(Path file) {
    return new SentFile<>(RecusalTable.TABLE, file);
  }

  @Override
  public SentTable<ItemDetails> items(Path file) {
    return new SentFile<>(ItemTable.TABLE, file);
  }

  @Override
  public SentTable<ToldExpert> experts(Path file) {
    return new SentFile<>(ExpertTable.TABLE, file);
  }

  @Override
  public SentTable<ToldHash> hashes(Path file) {
    return new SentFile<>(HashTable.TABLE, file);
  }
}
