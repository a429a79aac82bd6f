package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One item the registry told of. */
@Entity
@Table(name = "registry_item_view")
class KnownItemRow extends Document {}
