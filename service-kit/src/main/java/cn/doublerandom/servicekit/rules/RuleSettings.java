package cn.doublerandom.servicekit.rules;

import cn.doublerandom.bureau.rules.RuleBook;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which packs this bureau works under: {@code suite.rule-packs}. */
final class RuleSettings {
  /** Before anybody asks or tells: read at the first question it would hold up an event loop. */
  private static final int FIRST = 1;

  @Produces
  @Singleton
  @Startup(FIRST)
  RuleBook rules(@ConfigProperty(name = "suite.rule-packs") List<String> ids) {
    return RulePackFiles.book(ids);
  }
}
