package cn.doublerandom.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.catalogue.Catalogue.Issued;
import cn.doublerandom.registry.catalogue.CatalogueCommand.Import;
import cn.doublerandom.registry.catalogue.CatalogueEvent.CatalogueImported;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was issued under a version stays. */
class CatalogueDeciderTest {
  private static final LocalDate DAY = LocalDate.of(2023, 1, 10);
  private static final Issued ISSUED = new Issued("2023-01", "省交通运输厅", DAY, List.of());
  private static final CatalogueImported IMPORTED =
      new CatalogueImported("2023-01", "省交通运输厅", DAY, List.of());

  private final DeciderSpecification<CatalogueCommand, CatalogueEvent, Catalogue> version =
      DeciderSpecification.of(new CatalogueDecider());

  @Test
  void a_version_is_taken_as_it_was_issued() {
    var taken = version.given().when(new Import(ISSUED));
    taken.then(IMPORTED);
    assertThat(taken.state()).isEqualTo(ISSUED);
  }

  @Test
  void the_same_version_again_changes_nothing() {
    version.given(IMPORTED).when(new Import(ISSUED)).then();
  }

  @Test
  void another_catalogue_under_a_taken_version_is_refused() {
    version
        .given(IMPORTED)
        .when(new Import(new Issued("2023-01", "市交通运输局", DAY, List.of())))
        .thenRejected(RegistryRejection.CATALOGUE_VERSION_TAKEN, Map.of("version", "2023-01"));
  }
}
