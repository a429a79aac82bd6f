package cn.doublerandom.inspection.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject (检查对象) as the registry told of it last.
 *
 * @param id credit code, or the register's own code
 * @param name of a person its code
 * @param kind ENTERPRISE, PROJECT and the like
 * @param labels 监管标签, ascending
 * @param creditRiskClass A to D; {@code NONE} where it has none
 * @param status ACTIVE, SUSPENDED and the like
 * @param address 住所 or site; absent where it is not told
 * @param industry GB/T 4754; absent where unknown
 * @param keyField 重点领域; absent where none
 */
public record KnownSubject(
    String id,
    String name,
    String kind,
    List<String> labels,
    String creditRiskClass,
    String status,
    @Nullable String address,
    @Nullable String industry,
    @Nullable String keyField) {
  public KnownSubject {
    labels = List.copyOf(labels);
  }
}
