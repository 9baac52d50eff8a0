/** A recording that cannot be played here, or not its picture: why, and what to do instead. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { isAmr, isHevc, isoTracks, type Track } from '../../../shared/media/iso-tracks.ts';
import { Notice } from '../../components/index.ts';
import { mediaTime } from '../../state/viewer.ts';
import { readParts } from './use-source.ts';

/**
 * refused: the player takes nothing of it · silent: it plays, and there is no picture, or none it can show ·
 * broken: it played, then the file could not be read on.
 */
export type Trouble = { kind: 'refused' } | { kind: 'silent' } | { kind: 'broken'; at: number };

/** What the file says of its tracks; null until that is known. */
function useTracks({ fileId, size }: EvidenceFile): readonly Track[] | null {
  const [tracks, setTracks] = useState<readonly Track[] | null>(null);
  useEffect(() => {
    let live = true;
    isoTracks((offset, length) => readParts(fileId, offset, length), size)
      // A file that cannot be read is told in general words.
      .catch((): Track[] => [])
      .then((found) => {
        if (live) setTracks(found);
      });
    return () => {
      live = false;
    };
  }, [fileId, size]);
  return tracks;
}

function reason(file: EvidenceFile, film: boolean, tracks: readonly Track[]): string {
  if (file.mime === 'audio/amr' || isAmr(tracks)) return '这是手机录音的 AMR 格式';
  if (file.mime === 'audio/silk') return '这是微信语音的原始格式';
  if (isHevc(tracks)) return '这段录像的画面是“高效”（HEVC）格式，苹果手机多是这样拍的';
  return film ? '这种格式的录像' : '这种格式的录音';
}

interface Props {
  file: EvidenceFile;
  film: boolean;
  trouble: Trouble;
  onSave: () => void;
}

export function MediaTrouble({ file, film, trouble, onSave }: Props) {
  const tracks = useTracks(file);
  if (tracks === null) return null;
  // A film by its container only: there is nothing to see in it.
  if (trouble.kind === 'silent' && tracks.length > 0 && !tracks.some((t) => t.kind === 'picture'))
    return null;
  const why = reason(file, film, tracks);
  const isNamed = !why.startsWith('这种格式');
  const look = film ? '看' : '听';
  const title =
    trouble.kind === 'silent'
      ? '这里只放得出声音，画面放不出来'
      : trouble.kind === 'broken'
        ? `放到 ${mediaTime(trouble.at)} 读不下去了，文件可能已损坏`
        : film
          ? '这段录像在窗口里放不了'
          : '这段录音在窗口里放不了';
  return (
    <Notice
      tone="attention"
      title={title}
      action={
        <Button size="small" icon={<DownloadOutlined />} onClick={onSave}>
          另存一份
        </Button>
      }
    >
      {trouble.kind !== 'broken' && isNamed ? <p>{why}。</p> : null}
      <p>文件已原样保存在案件里，没有改动。可以这样做：</p>
      <ul className="plain-list">
        <li>点“另存一份”，用电脑或手机上的播放器打开{look}。</li>
        <li>对着播放器，把分秒、说话人和内容写进这份证据的“文字整理”。</li>
        {trouble.kind === 'broken' ? (
          <li>手机里还有完好的，请重新添加。</li>
        ) : (
          <li>
            交给法院时，原件之外另附一份 {film ? 'MP4（H.264）' : 'MP3'}
            ，当庭好放。转换用电脑上的软件，不要上传到网站。
          </li>
        )}
      </ul>
    </Notice>
  );
}
