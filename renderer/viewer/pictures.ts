/** The images of the shown document: boxes that fill when their bytes have come, and words where there are none. */
import { t } from '../../core/locale/t';
import type { Image } from '../../core/rich';

/** Kept in memory for scrolling back, in characters of their addresses. */
const KEPT = 60_000_000;

interface Picture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export class PictureShelf {
  /** By id, the one used last at the end; null where there is nothing to show. */
  private readonly pictures = new Map<string, Promise<Picture | null>>();
  /** By id, of what has come; `kept` is their sum. In characters of the addresses. */
  private readonly sizes = new Map<string, number>();
  private kept = 0;

  /** LOAD gives an image's `data:` address; ONSIZE is told when a box has become larger or smaller. */
  constructor(
    private readonly load: (id: string) => Promise<string | null>,
    private readonly onSize: (box: HTMLElement) => void,
  ) {}

  /** The box of IMAGE, holding CHARACTER as its text. */
  frame(image: Image, character: string): HTMLElement {
    const box = document.createElement('span');
    box.className = 'rich-image';
    box.setAttribute('role', 'img');
    box.ariaLabel = image.alt || t('viewer.image');
    const text = document.createElement('span');
    text.className = 'rich-object';
    text.textContent = character;
    box.append(text);
    if (image.id === null) words(box, image);
    else {
      const img = document.createElement('img');
      img.alt = '';
      img.draggable = false;
      box.append(img);
      size(box, image.width, image.height);
      void this.fill(box, img, image, image.id);
    }
    return box;
  }

  private async fill(box: HTMLElement, img: HTMLImageElement, image: Image, id: string): Promise<void> {
    const picture = await this.take(id);
    if (!box.isConnected) return;
    if (!picture) {
      img.hidden = true;
      words(box, image);
      this.onSize(box);
      return;
    }
    if (image.width === null || image.height === null) {
      size(box, picture.width, picture.height);
      this.onSize(box);
    }
    img.src = picture.address;
  }

  private take(id: string): Promise<Picture | null> {
    const known = this.pictures.get(id);
    const picture = known ?? this.fetch(id);
    this.pictures.delete(id);
    this.pictures.set(id, picture);
    return picture;
  }

  private async fetch(id: string): Promise<Picture | null> {
    const address = await this.load(id);
    if (address === null) return null;
    this.sizes.set(id, address.length);
    this.kept += address.length;
    this.makeRoom(id);
    const probe = new Image_();
    probe.src = address;
    try {
      await probe.decode();
    } catch {
      return null;
    }
    return { address, width: probe.naturalWidth, height: probe.naturalHeight };
  }

  /** Lets go of what was used longest ago, up to NEWEST. What is still on its way takes no room: it is not waited for. */
  private makeRoom(newest: string): void {
    for (const id of this.pictures.keys()) {
      if (this.kept <= KEPT || id === newest) return;
      const size = this.sizes.get(id);
      if (size === undefined) continue;
      this.pictures.delete(id);
      this.sizes.delete(id);
      this.kept -= size;
    }
  }
}

/** The element; `Image` is the model's here. */
const Image_ = globalThis.Image;

function size(box: HTMLElement, width: number | null, height: number | null): void {
  const { style } = box;
  style.width = `${Math.max(1, width ?? 320)}px`;
  style.aspectRatio = `${Math.max(1, width ?? 320)} / ${Math.max(1, height ?? 200)}`;
}

/** Says in words what would be seen. */
function words(box: HTMLElement, { alt }: Image): void {
  box.classList.add('is-words');
  box.removeAttribute('style');
  box.dataset.alt = alt || 'image';
}
