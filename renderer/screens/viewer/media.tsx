/** A recording or a film: the browser's own player, a jump to a minute and second, and where it stands. */
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { mediaSeconds, mediaTime, setPlayer } from '../../state/viewer.ts';
import { MediaTrouble, type Trouble } from './media-trouble.tsx';

interface Props {
  file: EvidenceFile;
  film: boolean;
  url: string;
  /** Seconds to start at; asked for anew with every `request`. */
  at: number | undefined;
  request: number;
  onSave: () => void;
}

export function Media({ file, film, url, at, request, onSave }: Props) {
  const { fileId, name } = file;
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const player = useRef<HTMLMediaElement | null>(null);
  const [now, setNow] = useState('00:00');
  const [typed, setTyped] = useState('');
  const [odd, setOdd] = useState(false);
  useEffect(() => {
    const seconds = () => player.current?.currentTime ?? 0;
    setPlayer({ fileId, seconds });
    return () => setPlayer(null);
  }, [fileId]);
  const done = useRef(-1);
  useEffect(() => {
    if (done.current === request) return;
    done.current = request;
    if (player.current && at !== undefined) player.current.currentTime = at;
  }, [at, request]);
  const jump = () => {
    const seconds = mediaSeconds(typed);
    setOdd(seconds === null);
    if (seconds !== null && player.current) player.current.currentTime = seconds;
  };
  const shared = {
    src: url,
    controls: true,
    preload: 'metadata',
    'aria-label': `${name}，播放器`,
    onTimeUpdate: () => setNow(mediaTime(player.current?.currentTime ?? 0)),
    onSeeked: () => setNow(mediaTime(player.current?.currentTime ?? 0)),
    onLoadedMetadata: () => {
      const seen = player.current;
      // Of a film whose picture it does not know, Chromium plays the sound under a black box.
      if (seen instanceof HTMLVideoElement && seen.videoWidth === 0) setTrouble({ kind: 'silent' });
    },
    onError: () => {
      const seconds = player.current?.currentTime ?? 0;
      setTrouble(seconds > 0 ? { kind: 'broken', at: seconds } : { kind: 'refused' });
    },
    controlsList: 'nodownload noremoteplayback',
    disableRemotePlayback: true,
  } as const;
  const told = trouble ? <MediaTrouble {...{ file, film, trouble, onSave }} /> : null;
  if (trouble?.kind === 'refused') return <div className="viewer-media">{told}</div>;
  return (
    <div className="viewer-media">
      {told}
      {film ? (
        <video
          {...shared}
          className={trouble?.kind === 'silent' ? 'viewer-silent' : undefined}
          disablePictureInPicture
          ref={(e) => {
            player.current = e;
          }}
        />
      ) : (
        <audio
          {...shared}
          ref={(e) => {
            player.current = e;
          }}
        />
      )}
      <div className="viewer-jump">
        <span>
          现在 <span className="num">{now}</span>
        </span>
        <Input
          size="small"
          value={typed}
          aria-label="跳到几分几秒"
          placeholder="分:秒，例如 03:12"
          status={odd ? 'error' : ''}
          onChange={(e) => setTyped(e.target.value)}
          onPressEnter={jump}
        />
        <Button size="small" onClick={jump}>
          跳到
        </Button>
      </div>
      {odd ? (
        <div className="field-error">请写 分:秒，例如 03:12；超过一小时写 1:03:12。</div>
      ) : null}
      <p className="grey">
        法院要录音的文字整理。记下对方说到关键处的分秒，填到这份证据的“文字整理”里。
      </p>
    </div>
  );
}
