package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One checkpoint of another service's ledger. */
@Entity
@Table(name = "anchor_view")
class AnchorRow extends Document {
  /** Derived from the body by the database. */
  @Column(name = "sealed_at", insertable = false, updatable = false)
  String sealedAt = "";
}
