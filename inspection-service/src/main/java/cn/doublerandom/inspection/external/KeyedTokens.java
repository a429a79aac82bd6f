package cn.doublerandom.inspection.external;

import cn.doublerandom.evidencekit.EvidenceSeal;
import cn.doublerandom.inspection.rating.RatingTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tokens of codes under the key that seals the evidence, which no ledger and no backup of it has.
 */
@ApplicationScoped
class KeyedTokens implements RatingTokens {
  private final Optional<Path> keyFile;

  @Inject
  KeyedTokens(@ConfigProperty(name = "suite.evidence.key") Optional<Path> keyFile) {
    this.keyFile = keyFile;
  }

  @Override
  public Optional<String> of(String visitId, String code) {
    return token("visit-rating/1\n" + visitId + "\n" + code);
  }

  @Override
  public Optional<String> ofRatingCode(String visitId, String code) {
    return token("rating-code/1\n" + visitId + "\n" + code);
  }

  private Optional<String> token(String text) {
    return keyFile.map(EvidenceSeal::keptIn).map(seal -> seal.token(text));
  }
}
