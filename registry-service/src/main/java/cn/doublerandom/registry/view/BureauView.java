package cn.doublerandom.registry.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.bureau.BureauDirectory;
import cn.doublerandom.servicekit.identity.BureauRegister;
import cn.doublerandom.servicekit.identity.ServedBureau;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The register of bureaus: rows of the bureau the installation began with, whoever asks. */
@ApplicationScoped
class BureauView implements BureauDirectory, BureauRegister {
  final Documents<BureauRow, Entry> rows =
      new Documents<>(BureauRow.class, "bureau_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.of(BureauKey.SEED).page(after, limit);
  }

  @Override
  public String view() {
    return rows.table();
  }

  @Override
  public Optional<ServedBureau> bureau(String body) {
    Entry entry = rows.read(body);
    return entry
        .registered()
        .map(details -> new ServedBureau(details.bureau(), entry.closed() == null));
  }
}
