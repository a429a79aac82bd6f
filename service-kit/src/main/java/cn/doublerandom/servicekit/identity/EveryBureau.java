package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the public reads of all bureaus: one after the other, ascending by key, each as that bureau.
 * Ids of what is public begin with the bureau's key, so they say where a list goes on.
 */
@ApplicationScoped
public class EveryBureau {
  private final Asking asking;
  private final ServedBureaus served;
  private final Rounds rounds;

  @Inject
  EveryBureau(Asking asking, ServedBureaus served, Rounds rounds) {
    this.asking = asking;
    this.served = served;
    this.rounds = rounds;
  }

  /** A list of one bureau, ascending by id. */
  @FunctionalInterface
  public interface Listing<T> {
    /** At most {@code limit} entries with an id after {@code after}. */
    Uni<List<T>> after(String after, int limit);
  }

  /** Several bureaus are served, and the reader asks of none of them alone. */
  public Uni<Boolean> isAskedFor() {
    return served.inPublic().size() == 1 ? Uni.createFrom().item(false) : asking.isPublicOfAll();
  }

  /** At most {@code limit} entries after an id, of all bureaus or of the one that is asked for. */
  public <T> Uni<List<T>> list(String after, int limit, Listing<T> listing) {
    return isAskedFor()
        .flatMap(all ->
            all
                ? of(served.inPublic().stream().sorted().toList(), after, limit, listing, List.of())
                : listing.after(after, limit));
  }

  private <T> Uni<List<T>> of(
      List<BureauKey> bureaus, String after, int limit, Listing<T> listing, List<T> before) {
    if (bureaus.isEmpty() || before.size() >= limit) {
      return Uni.createFrom().item(before);
    }
    BureauKey bureau = bureaus.getFirst();
    List<BureauKey> others = bureaus.subList(1, bureaus.size());
    Optional<BureauKey> last = BureauKey.ofId(after);
    if (last.isPresent() && bureau.compareTo(last.get()) < 0) {
      return of(others, after, limit, listing, before);
    }
    String from = last.filter(bureau::equals).isPresent() ? after : "";
    return rounds
        .as(bureau, () -> listing.after(from, limit - before.size()))
        .flatMap(found -> {
          List<T> more = new ArrayList<>(before);
          more.addAll(found);
          return of(others, after, limit, listing, more);
        });
  }

  /** What is of the installation and no bureau's, whoever asks: the bureau that began it has it. */
  public <T> Uni<T> ofInstallation(Supplier<Uni<? extends T>> reading) {
    return rounds.as(BureauKey.SEED, reading);
  }

  /** What a list says of whose an entry is: nothing where one bureau is served. */
  public Optional<String> name(String id) {
    if (served.inPublic().size() == 1) {
      return Optional.empty();
    }
    return BureauKey.ofId(id)
        .map(bureau -> served.entry(bureau).map(Bureau::name).orElse(bureau.text()));
  }

  /** The bureaus a reader can choose from, where there are several. */
  public List<Bureau> choice() {
    return served.inPublic().size() == 1
        ? List.of()
        : served.inPublic().stream().sorted().map(served::entry).flatMap(Optional::stream).toList();
  }

  /** Whose page it is; empty where one bureau is served, or all are meant. */
  public Uni<Optional<Bureau>> shown() {
    return isAskedFor()
        .flatMap(all ->
            all
                ? Uni.createFrom().item(Optional.<Bureau>empty())
                : asking.orSeed().map(this::shown));
  }

  private Optional<Bureau> shown(BureauKey own) {
    return served.inPublic().equals(Set.of(own)) ? Optional.empty() : served.entry(own);
  }
}
