package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One draw. */
@Entity
@Table(name = "known_draw_view")
class KnownDrawRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(insertable = false, updatable = false)
  String drawn = "";
}
