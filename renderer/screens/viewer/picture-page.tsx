/** One picture, or one page of a scan, as the browser shows it: EXIF applied by the view, the file untouched. */

import { Spin } from 'antd';
import { useState } from 'react';
import type { Shown } from './page-stack.tsx';
import { BAD_PAGE } from './pdf-page.tsx';

interface Props {
  url: string;
  name: string;
  shown: Shown;
}

export function PicturePage({ url, name, shown }: Props) {
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  const { width, height, turn } = shown;
  const sideways = turn % 180 !== 0;
  if (failed) return <p className="viewer-bad-page">{BAD_PAGE}</p>;
  return (
    <>
      {ready ? null : (
        <div className="viewer-waiting">
          <Spin />
        </div>
      )}
      <img
        className="viewer-picture"
        src={url}
        alt={name}
        draggable={false}
        onLoad={() => setReady(true)}
        onError={() => setFailed(true)}
        style={{
          width: sideways ? height : width,
          height: sideways ? width : height,
          transform: `translate(-50%, -50%) rotate(${turn}deg)`,
        }}
      />
    </>
  );
}
