package cn.doublerandom.publication.view;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many more subjects of a kind count from a year on; its id names both. */
@Entity
@Table(name = "registry_subject_turn_view")
class SubjectTurnRow extends PanacheEntityBase {
  @Id String id = "";

  long counted;
}
