package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One claimed item as the registry told it. */
@Entity
@Table(name = "registry_item_view")
class KnownItemRow extends Document {}
