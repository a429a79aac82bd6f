package cn.doublerandom.servicekit.rules;

import cn.doublerandom.bureau.rules.RuleBook;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which packs this bureau works under: {@code suite.rule-packs}. */
final class RuleSettings {
  @Produces
  @Singleton
  RuleBook rules(@ConfigProperty(name = "suite.rule-packs") List<String> ids) {
    return RulePackFiles.book(ids);
  }
}
