package cn.doublerandom.servicekit.rules;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.servicekit.identity.Practice;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which packs the bureaus work under: {@code suite.rule-packs}; a practice bureau under all of them
 * on any day (ADR 111).
 */
final class RuleSettings {
  /** Before anybody asks or tells: read at the first question it would hold up an event loop. */
  private static final int FIRST = 1;

  @Produces
  @Singleton
  @Startup(FIRST)
  RuleBook rules(@ConfigProperty(name = "suite.rule-packs") List<String> ids, Practice practice) {
    return RulePackFiles.book(ids).where(practice::isNow);
  }
}
