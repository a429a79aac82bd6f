package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The last change of one notice. */
@Entity
@Table(name = "open_change_view")
class OpenChangeRow extends Document {}
