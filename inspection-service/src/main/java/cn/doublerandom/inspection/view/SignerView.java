package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.signing.KeyUse;
import cn.doublerandom.inspection.signing.SignerDirectory;
import cn.doublerandom.inspection.signing.SignerLine;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class SignerView implements SignerDirectory {
  final Documents<SignerRow, SignerLine> rows =
      new Documents<>(SignerRow.class, "signer_view", SignerLine.class);

  final Documents<SignerUseRow, KeyUse> uses =
      new Documents<>(SignerUseRow.class, "signer_use_view", KeyUse.class);

  @Override
  public CompletionStage<List<KeyUse>> uses(Collection<String> keyIds) {
    return uses.among(keyIds);
  }

  @Override
  public CompletionStage<List<SignerLine>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
