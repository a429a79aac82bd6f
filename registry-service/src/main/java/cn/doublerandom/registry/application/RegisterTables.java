package cn.doublerandom.registry.application;

import cn.doublerandom.registry.item.ItemDetails;
import java.nio.file.Path;
import java.time.LocalDate;

/** The tables of the register as offices send them, whatever their files look like. */
public interface RegisterTables {
  /**
   * @param today the day of the recording
   * @param codeReason why codes are taken whose check characters are not the standard's, where the
   *     row does not say it; empty where they are not
   */
  SentTable<ToldSubject> subjects(Path file, LocalDate today, String codeReason);

  /** The monthly reclassification: 编码, 信用风险等级, 评定来源, 评定日期. */
  SentTable<ToldRiskClass> riskClasses(Path file, LocalDate today);

  SentTable<ToldInspector> inspectors(Path file);

  SentTable<ToldRecusal> recusals(Path file);

  SentTable<ItemDetails> items(Path file);

  SentTable<ToldExpert> experts(Path file);

  /** What the other side of an exchange holds: 编码, 哈希. */
  SentTable<ToldHash> hashes(Path file);
}
