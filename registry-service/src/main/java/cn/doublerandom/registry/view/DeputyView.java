package cn.doublerandom.registry.view;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.registry.deputy.DeputyDirectory;
import cn.doublerandom.servicekit.identity.DeputyRegister;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The entries of deputies. */
@ApplicationScoped
class DeputyView implements DeputyDirectory, DeputyRegister {
  final Documents<DeputyRow, Entry> rows =
      new Documents<>(DeputyRow.class, "deputy_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public String view() {
    return rows.table();
  }

  @Override
  public Optional<Deputyship> deputyship(String body) {
    Entry entry = rows.read(body);
    return entry.ended() == null ? Optional.ofNullable(entry.held()) : Optional.empty();
  }
}
